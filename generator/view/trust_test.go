package view_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/view"
)

// atoms are the smallest parts of views, which all editions share.
var atoms = []reflect.Type{
	reflect.TypeFor[view.HTML](), reflect.TypeFor[view.Heading](), reflect.TypeFor[view.Date](), reflect.TypeFor[view.File](), reflect.TypeFor[view.Brand](),
}

// What the public sees is plain data of its own: nothing in it could carry a
// record, or be filled by a change that was meant for staff.
func TestTrustIsPlainDataOfItsOwn(t *testing.T) {
	for _, fault := range notPlain(reflect.TypeFor[view.Trust]()) {
		t.Error(fault)
	}
	for _, other := range []reflect.Type{reflect.TypeFor[view.Handbook](), reflect.TypeFor[view.Entry]()} {
		for _, fault := range shared(reflect.TypeFor[view.Trust](), other) {
			t.Error(fault)
		}
	}
}

func TestHandbookIsPlainData(t *testing.T) {
	for _, typ := range []reflect.Type{reflect.TypeFor[view.Handbook](), reflect.TypeFor[view.Entry]()} {
		for _, fault := range notPlain(typ) {
			t.Error(fault)
		}
	}
}

// Whoever shows one view cannot be given the other: that does not compile.
func TestNoViewCanStandForAnother(t *testing.T) {
	trust, handbook := reflect.TypeFor[view.Trust](), reflect.TypeFor[view.Handbook]()
	if trust.ConvertibleTo(handbook) || handbook.ConvertibleTo(trust) || trust.AssignableTo(handbook) || handbook.AssignableTo(trust) {
		t.Error("one view can be turned into the other")
	}
}

// notPlain returns what in a type is neither words nor numbers nor lists and
// parts of such, all of them of package view.
func notPlain(typ reflect.Type) []string {
	var faults []string
	eachType(typ, func(path string, typ reflect.Type) {
		if typ == reflect.TypeFor[*view.Related]() {
			return // it is the same wherever it stands, and prints as what it holds
		}
		switch typ.Kind() {
		case reflect.Struct, reflect.Slice, reflect.String, reflect.Bool, reflect.Int, reflect.Float64, reflect.Uint8:
		default:
			faults = append(faults, fmt.Sprintf("%s is a %s: views hold plain data", path, typ.Kind()))
		}
		if typ.Name() != "" && typ.PkgPath() != "" && !strings.HasSuffix(typ.PkgPath(), "/generator/view") {
			faults = append(faults, fmt.Sprintf("%s is a %s of another package", path, typ))
		}
	})
	return faults
}

// shared returns which types of one view are parts of the other as well, besides
// the atoms.
func shared(one, other reflect.Type) []string {
	known := map[reflect.Type]bool{}
	eachType(other, func(_ string, typ reflect.Type) { known[typ] = typ.Name() != "" && typ.PkgPath() != "" })
	for _, atom := range atoms {
		known[atom] = false
	}
	var faults []string
	eachType(one, func(path string, typ reflect.Type) {
		if known[typ] {
			faults = append(faults, fmt.Sprintf("%s is a %s, which other editions use too", path, typ))
		}
	})
	return faults
}

// eachType visits every type that a value of typ can hold.
func eachType(typ reflect.Type, visit func(string, reflect.Type)) {
	walkType(typ.Name(), typ, map[reflect.Type]bool{}, visit)
}

func walkType(path string, typ reflect.Type, seen map[reflect.Type]bool, visit func(string, reflect.Type)) {
	if seen[typ] {
		return
	}
	seen[typ] = true
	visit(path, typ)
	switch typ.Kind() {
	case reflect.Slice, reflect.Pointer, reflect.Array, reflect.Map:
		walkType(path+"[]", typ.Elem(), seen, visit)
	case reflect.Struct:
		for field := range typ.Fields() {
			walkType(path+"."+field.Name, field.Type, seen, visit)
		}
	}
}

// The types below are what a view must never be; the proof has to say so.
type (
	pointing struct{ Entry *view.Entry }
	counting struct{ Counts map[string]int }
	anything struct{ Value any }
	calling  struct{ Load func() string }
	nested   struct{ Rows []struct{ More []pointing } }
	borrowed struct{ Cells []view.Cell }
	foreign  struct{ Type reflect.Type }
)

func TestViewsThatAreNotPlainAreNoticed(t *testing.T) {
	for _, typ := range []reflect.Type{
		reflect.TypeFor[pointing](), reflect.TypeFor[counting](), reflect.TypeFor[anything](), reflect.TypeFor[calling](),
		reflect.TypeFor[nested](), reflect.TypeFor[foreign](),
	} {
		if len(notPlain(typ)) == 0 {
			t.Errorf("%s passes for plain", typ)
		}
	}
	if len(shared(reflect.TypeFor[borrowed](), reflect.TypeFor[view.Handbook]())) == 0 {
		t.Error("a part of the handbook passes for the public's own")
	}
}
