package render

import (
	"encoding/xml"
	"fmt"

	"github.com/annex-isms/annex/generator/view"
)

type sitemapXML struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Address string `xml:"loc"`
}

// sitemap lists the addresses of the pages for search engines.
func sitemap(addresses []string) File {
	return File{Path: "sitemap.xml", Content: func() ([]byte, error) {
		var site sitemapXML
		for _, address := range addresses {
			site.Pages = append(site.Pages, sitemapURL{written(address)})
		}
		return writtenXML("sitemap.xml", site)
	}}
}

// robots lets search engines in and tells them of the sitemap.
func robots(t view.Trust) File {
	return File{Path: "robots.txt", Content: func() ([]byte, error) {
		return fmt.Appendf(nil, "User-agent: *\nAllow: /\n\nSitemap: %s\n", written(t.BaseURL+"sitemap.xml")), nil
	}}
}

func writtenXML(name string, data any) ([]byte, error) {
	text, err := xml.MarshalIndent(data, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", name, err)
	}
	return append([]byte(xml.Header), append(text, '\n')...), nil
}
