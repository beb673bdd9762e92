package metadata

import (
	"regexp"
	"strings"
)

// drawingAttributes are those by which a drawing is drawn and moves. Programs add
// others for themselves, some with all that the drawing was made from.
var drawingAttributes = setOf(`
	id class style type media href version viewBox preserveAspectRatio zoomAndPan width height x y z x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d
	points path pathLength transform transform-origin rotate lengthAdjust textLength startOffset method spacing side
	alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering cursor
	direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
	font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight
	glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height marker
	marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color
	stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
	text-align text-anchor text-decoration text-overflow text-rendering unicode-bidi vector-effect visibility white-space word-spacing
	writing-mode
	clipPathUnits gradientTransform gradientUnits markerHeight markerUnits markerWidth maskContentUnits maskUnits offset orient
	patternContentUnits patternTransform patternUnits refX refY spreadMethod
	amplitude azimuth baseFrequency bias diffuseConstant divisor edgeMode elevation exponent filterUnits in in2 intercept k1 k2 k3 k4
	kernelMatrix kernelUnitLength limitingConeAngle mode numOctaves operator order pointsAtX pointsAtY pointsAtZ preserveAlpha
	primitiveUnits radius result scale seed slope specularConstant specularExponent stdDeviation stitchTiles surfaceScale tableValues
	targetX targetY values xChannelSelector yChannelSelector
	accumulate additive attributeName attributeType begin by calcMode dur end from keyPoints keySplines keyTimes max min origin
	repeatCount repeatDur restart to
	requiredExtensions requiredFeatures systemLanguage`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// names are those by which a drawing refers to its own parts.
type names struct {
	all    bool // not known yet: any name may be one
	ids    map[string]bool
	styled bool // there are styles for classes
}

// uses reports whether an attribute says something to the drawing itself. Editors
// call a part by what its layer is called, and nothing refers to that.
func (n names) uses(attribute, value string) bool {
	switch {
	case n.all:
		return true
	case attribute == "id":
		return n.ids[value]
	case attribute == "class":
		return n.styled
	}
	return true
}

var afterHash = regexp.MustCompile(`#([^\s"'()<>]+)`)

// note remembers which names an attribute or a style refers to. Behind a name more
// may follow that could belong to it or not, as in a style “#a.b:hover”.
func (n names) note(value string) {
	for _, found := range afterHash.FindAllStringSubmatch(value, -1) {
		n.ids[found[1]] = true
		for i, r := range found[1] {
			if strings.ContainsRune(".:,;{}[]>+~*#&", r) {
				n.ids[found[1][:i]] = true
			}
		}
	}
}
