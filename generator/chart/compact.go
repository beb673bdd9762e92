package chart

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// decimals are numbers with more digits than can be seen.
var decimals = regexp.MustCompile(`-?\d*\.\d{2,}`)

// straight is a straight line of an outline, each of which ECharts begins with its
// letter.
var straight = regexp.MustCompile(`l(-?[\d.]+) (-?[\d.]+)`)

// rounded returns an outline with a digit after the point at most, and with the
// short way to write lines that run along an axis.
func rounded(outline string) string {
	outline = decimals.ReplaceAllStringFunc(outline, func(digits string) string {
		n, err := strconv.ParseFloat(digits, 64)
		if err != nil {
			return digits
		}
		return coordinate(n)
	})
	return straight.ReplaceAllStringFunc(outline, func(line string) string {
		switch x, y, _ := strings.Cut(line[1:], " "); {
		case y == "0":
			return "h" + x
		case x == "0":
			return "v" + y
		default:
			return line
		}
	})
}

// coordinate writes a number with a digit after the point at most.
func coordinate(n float64) string {
	return strconv.FormatFloat(math.Round(n*10)/10+0, 'f', -1, 64) // + 0, for there is a -0
}

var (
	moved  = regexp.MustCompile(`^translate\((\S+) (\S+)\)$`)
	scaled = regexp.MustCompile(`^matrix\((\S+),0,0,(\S+),(\S+),(\S+)\)$`)
)

// placed gives words their place without a transformation, and by the line that
// they stand on, for not every reader of SVG knows another.
func placed(n *html.Node) {
	place := moved.FindStringSubmatch(attribute(n, "transform"))
	if place == nil || attribute(n, "dominant-baseline") != "central" {
		return
	}
	x, err1 := strconv.ParseFloat(place[1], 64)
	y, err2 := strconv.ParseFloat(place[2], 64)
	if err1 != nil || err2 != nil {
		return
	}
	size := fontSize
	for _, own := range []struct {
		key string
		to  *float64
	}{{"x", &x}, {"y", &y}, {"font-size", &size}} {
		if number, err := strconv.ParseFloat(attribute(n, own.key), 64); err == nil && own.key == "font-size" {
			size = number
		} else if err == nil {
			*own.to += number
		}
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "transform" || a.Key == "dominant-baseline" || a.Key == "x" || a.Key == "y" || a.Key == "fill" && a.Val == inkFaint
	})
	const middle = 0.35 // of a letter's size, from its foot
	n.Attr = append(n.Attr, html.Attribute{Key: "x", Val: coordinate(x)}, html.Attribute{Key: "y", Val: coordinate(y + middle*size)})
}

// anchored says where words stand from their place, unless that is where most do.
func anchored(n *html.Node) {
	at := cmp.Or(attribute(n, "text-anchor"), "start")
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "text-anchor" })
	if at != mostAnchored {
		n.Attr = append(n.Attr, html.Attribute{Key: "text-anchor", Val: at})
	}
}

// round makes a circle of an outline that is one.
func round(n *html.Node) {
	place := scaled.FindStringSubmatch(attribute(n, "transform"))
	if place == nil || place[1] != place[2] || !strings.HasPrefix(attribute(n, "d"), "M1 0A1 1 0 1 1") {
		return
	}
	var numbers [3]float64
	for i, text := range []string{place[1], place[3], place[4]} {
		number, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return
		}
		numbers[i] = number
	}
	stroke := 1.0
	if own, err := strconv.ParseFloat(attribute(n, "stroke-width"), 64); err == nil {
		stroke = own
	}
	n.Data = "circle"
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "d" || a.Key == "transform" || a.Key == "stroke-width" })
	n.Attr = append(n.Attr,
		html.Attribute{Key: "cx", Val: coordinate(numbers[1])}, html.Attribute{Key: "cy", Val: coordinate(numbers[2])},
		html.Attribute{Key: "r", Val: coordinate(numbers[0])}, html.Attribute{Key: "stroke-width", Val: coordinate(stroke * numbers[0])})
}

// merge joins neighbours that look the same and stand for nothing to be pointed
// at, such as the days of a calendar on which nothing was due.
func merge(parent *html.Node) {
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		merge(n)
		for next := n.NextSibling; next != nil && mergeable(n) && mergeable(next) && alike(n, next); next = n.NextSibling {
			setAttribute(n, "d", attribute(n, "d")+attribute(next, "d"))
			parent.RemoveChild(next)
		}
	}
}

func mergeable(n *html.Node) bool {
	return n.Data == "path" && n.FirstChild == nil && attribute(n, "transform") == "" && attribute(n, "opacity") == "" && attribute(n, "fill-opacity") == ""
}

// alike reports whether two elements differ at most in their outlines.
func alike(a, b *html.Node) bool {
	return slices.EqualFunc(a.Attr, b.Attr, func(x, y html.Attribute) bool { return x.Key == y.Key && (x.Key == "d" || x.Val == y.Val) })
}
