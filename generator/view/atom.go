package view

// Date is a day, ready to be shown.
type Date struct {
	ISO  string // 2026-11-23
	Text string // 23 Nov 2026, as the language writes it; empty where there is no date
}

// File is a file that pages embed, such as an image.
type File struct {
	Path string // below the site's root
	Data []byte
}

// Brand is how the organization shows itself. Its colours are written #rrggbb,
// and all are empty where annex.toml names no accent.
type Brand struct {
	Logo        string // path of an image; empty where there is none
	Accent      string // by day
	AccentNight string
	Wash        string // behind text, by day
	WashNight   string
}
