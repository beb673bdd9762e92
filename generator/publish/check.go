package publish

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// checkSites reports the first name or path that could not be written, or that
// would mean something else on another system.
func checkSites(sites []Site) error {
	names := map[string]string{}
	for _, site := range sites {
		if err := checkName(site.Name); err != nil {
			return err
		}
		if other, taken := names[fold(site.Name)]; taken {
			return fmt.Errorf("cannot have both %q and %q: names must differ in more than case", other, site.Name)
		}
		names[fold(site.Name)] = site.Name
		if err := checkFiles(site.Name, site.Files); err != nil {
			return err
		}
	}
	return nil
}

// checkFiles reports the first path among the files of a site that cannot be.
func checkFiles(site string, files []File) error {
	var paths []string
	for _, file := range files {
		paths = append(paths, file.Path)
	}
	if err := CheckPaths(paths); err != nil {
		return fmt.Errorf("%s: %w", site, err)
	}
	return nil
}

// checkName reports why name cannot be the folder of a site.
func checkName(name string) error {
	switch {
	case !fs.ValidPath(name), strings.Contains(name, "/"):
		return fmt.Errorf("%q is not the name of a folder", name)
	case strings.HasPrefix(name, "."):
		return fmt.Errorf("%q starts with a dot, which is kept for hidden files", name)
	}
	return checkElement(name)
}

// CheckPaths reports the first path of a file that leads out of its site, that
// some system does not allow, or that gets in the way of another.
func CheckPaths(files []string) error {
	type claim struct{ path, file string }
	claims := map[string]claim{}
	for _, file := range files {
		if !fs.ValidPath(file) || file == "." {
			return fmt.Errorf("%q is not a path inside the site", file)
		}
		for element := range strings.SplitSeq(file, "/") {
			if err := checkElement(element); err != nil {
				return fmt.Errorf("%q: %w", file, err)
			}
		}
		for p := file; p != "."; p = path.Dir(p) {
			first, taken := claims[fold(p)]
			sharedFolder := first.path == p && p != first.file && p != file
			if taken && !sharedFolder {
				return fmt.Errorf("cannot have both %q and %q: paths must differ in more than case, and a file cannot be a folder as well",
					first.file, file)
			}
			if !taken {
				claims[fold(p)] = claim{path: p, file: file}
			}
		}
	}
	return nil
}

// checkElement reports why some system does not allow a file or folder of that
// name. The strictest is Windows, and a site must be the same everywhere.
func checkElement(name string) error {
	if i := strings.IndexFunc(name, notAllowed); i >= 0 {
		return fmt.Errorf("a name on Windows cannot hold %q", []rune(name[i:])[0])
	}
	if strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return fmt.Errorf("%q ends in a dot or a space, which Windows drops", name)
	}
	stem, _, _ := strings.Cut(name, ".")
	if isDevice(strings.ToUpper(strings.TrimRight(stem, " "))) {
		return fmt.Errorf("%q is the name of a device on Windows", name)
	}
	return nil
}

func notAllowed(r rune) bool {
	return r < ' ' || strings.ContainsRune(`<>:"|?*\`, r)
}

func isDevice(stem string) bool {
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, stem) {
		return true
	}
	number, isPort := strings.CutPrefix(stem, "COM")
	if !isPort {
		number, isPort = strings.CutPrefix(stem, "LPT")
	}
	return isPort && slices.Contains(strings.Split("0 1 2 3 4 5 6 7 8 9 ¹ ² ³", " "), number)
}

// fold returns the same text for names that differ in case alone. Upper case
// comes first because letters like ſ have only an upper case in common with s.
func fold(name string) string {
	return strings.ToLower(strings.ToUpper(name))
}
