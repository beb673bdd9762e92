package view_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/annex-isms/annex/generator/view"
)

// What the public sees is plain data of its own: nothing in it could carry a
// record, or be filled by a change that was meant for staff.
func TestTrustIsPlainDataOfItsOwn(t *testing.T) {
	shared := map[string]bool{"Date": true, "File": true, "Heading": true, "HTML": true, "Brand": true}
	eachType(reflect.TypeFor[view.Trust](), map[reflect.Type]bool{}, func(path string, typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Struct, reflect.Slice, reflect.String, reflect.Bool, reflect.Int, reflect.Uint8:
		default:
			t.Errorf("%s is a %s: views hold plain data", path, typ.Kind())
		}
		named := typ.Name() != "" && typ.PkgPath() != ""
		if named && !strings.HasSuffix(typ.PkgPath(), "/generator/view") {
			t.Errorf("%s is a %s of another package", path, typ)
		}
		if named && typ.Kind() == reflect.Struct && !strings.HasPrefix(typ.Name(), "Trust") && !shared[typ.Name()] {
			t.Errorf("%s is a %s, which other editions use too", path, typ)
		}
	})
}

func TestHandbookIsPlainData(t *testing.T) {
	eachType(reflect.TypeFor[view.Handbook](), map[reflect.Type]bool{}, func(path string, typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Struct, reflect.Slice, reflect.String, reflect.Bool, reflect.Int, reflect.Uint8:
		default:
			t.Errorf("%s is a %s: views hold plain data", path, typ.Kind())
		}
	})
}

// eachType visits every type that a value of typ can hold.
func eachType(typ reflect.Type, seen map[reflect.Type]bool, visit func(string, reflect.Type)) {
	walkType(typ.Name(), typ, seen, visit)
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
