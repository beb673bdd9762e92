module github.com/annex-isms/annex

go 1.26
