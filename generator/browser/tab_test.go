//go:build browser

package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for what should happen at once.
const patience = time.Minute

// tab is a browser of its own, with one page open, that remembers nothing of
// other tests. Whatever a test is about, it fails when the page complains.
type tab struct {
	t       *testing.T
	ctx     context.Context
	address string // visited last
	*ear
}

// open opens a tab as wide as on a desk, in the light theme.
func open(t *testing.T) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(chromium, chromedp.WithNewBrowserContext())
	b := &tab{t: t, ctx: ctx, ear: &ear{}}
	t.Cleanup(func() {
		b.expectNoTrouble("in the end")
		stop()
	})
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	command(b, audits.Enable, cdp.Empty{})
	command(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	b.desk()
	b.prefer("light")
	return b
}

// visit opens the page of an edition.
func (b *tab) visit(from site, path string) {
	b.t.Helper()
	b.address = from.root + path
	b.home(from.root)
	b.do(chromedp.Navigate(b.address))
}

func (b *tab) reload() {
	b.t.Helper()
	b.do(chromedp.Reload())
}

// desk gives the tab the width of a desk.
func (b *tab) desk() {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(1280, 800))
}

const phoneWidth = 390

// phone gives the tab the size of a phone, and touch.
func (b *tab) phone() {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(phoneWidth, 844, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait))
}

// prefer makes “light” or “dark” what the reader's system prefers.
func (b *tab) prefer(scheme string) {
	b.t.Helper()
	b.media("", scheme)
}

// paper shows the page as it is printed, for a reader who prefers the scheme.
func (b *tab) paper(scheme string) {
	b.t.Helper()
	b.media("print", scheme)
}

// Nothing moves by itself, so that no test has to wait until it stands still.
func (b *tab) media(media, scheme string) {
	b.t.Helper()
	command(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// withoutScripts turns JavaScript off for the pages visited from now on.
func (b *tab) withoutScripts() {
	b.t.Helper()
	command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// press presses the keys, one after the other.
func (b *tab) press(keys string, options ...chromedp.KeyOption) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(keys, options...))
}

// click clicks what the selector names, and focus gives it the keyboard.
func click(selector string) chromedp.Action[chromedp.Void] {
	return chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible)
}

func focus(selector string) chromedp.Action[chromedp.Void] {
	return chromedp.Focus(chromedp.CSS(selector), chromedp.NodeVisible)
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatalf("%s: %v", b.address, err)
	}
}

// until waits until the expression is true. It outlives a reload of the page.
func (b *tab) until(expression string) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for {
		// An error here is a page that is going or not yet there.
		if is, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && is {
			return
		}
		select {
		case <-again.C:
		case <-ctx.Done():
			b.t.Fatalf("%s: it never came about that %s", b.address, expression)
		}
	}
}

// command sends a command of the DevTools protocol.
func command[P, R any](b *tab, command cdp.Command[P, R], parameters P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, parameters); err != nil {
		b.t.Fatal(err)
	}
}

// ask evaluates an expression in the page, and waits for the promise if it is one.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: asking for %s: %v", b.address, expression, err)
	}
	return answer
}

// call returns the expression that calls the function in the page.
func call(function string, arguments ...any) string {
	all, err := json.Marshal(arguments)
	if err != nil {
		panic(err) // only for what no test passes
	}
	return function + "(..." + string(all) + ")"
}

// expectNoTrouble fails where the page complained since this was asked last.
func (b *tab) expectNoTrouble(when string) {
	b.t.Helper()
	for _, trouble := range b.takeTrouble() {
		b.t.Errorf("%s: %s", when, trouble)
	}
}

// ear hears what a page and the browser complain of: warnings, exceptions,
// failed requests, violations of the policy, and requests that leave home.
type ear struct {
	mutex   sync.Mutex
	roots   []string // of the sites that were visited
	trouble []string
}

func (e *ear) home(root string) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.roots = append(e.roots, root)
}

func (e *ear) takeTrouble() []string {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	trouble := e.trouble
	e.trouble = nil
	return trouble
}

func (e *ear) hear(event any) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	note := func(format string, values ...any) {
		e.trouble = append(e.trouble, fmt.Sprintf(format, values...))
	}
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		loud := []runtime.ConsoleAPICalledType{runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeAssert}
		if slices.Contains(loud, event.Type) {
			note("the console got a %s: %s", event.Type, arguments(event.Args))
		}
	case *runtime.EventExceptionThrown:
		note("exception: %s", (&chromedp.ExceptionError{ExceptionDetails: event.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		loud := event.Entry.Level == log.EntryLevelWarning || event.Entry.Level == log.EntryLevelError
		if loud && !isOfItself(event.Entry.URL) {
			note("the browser logged a %s (%s): %s %s", event.Entry.Level, event.Entry.Source, event.Entry.Text, event.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		// The icon of a page may be asked for when the next page is there.
		sameSite := func(root string) bool {
			return strings.HasPrefix(event.DocumentURL, root) && strings.HasPrefix(event.Request.URL, root)
		}
		ofTheBrowser := strings.HasPrefix(event.DocumentURL, "chrome-error:") // in place of a page that cannot be reached
		if !slices.ContainsFunc(e.roots, sameSite) && !isOfItself(event.Request.URL) && !ofTheBrowser {
			note("%s asked for %s, which is no part of the site", event.DocumentURL, event.Request.URL)
		}
	case *network.EventResponseReceived:
		if event.Response.Status >= 400 && !isOfItself(event.Response.URL) {
			note("status %d for %s", event.Response.Status, event.Response.URL)
		}
	case *network.EventLoadingFailed:
		if !event.Canceled { // by leaving the page
			note("a request for a %s failed: %s %s", event.Type, event.ErrorText, event.BlockedReason)
		}
	case *audits.EventIssueAdded:
		note("issue: %s", event.Issue.Code)
	}
}

// isOfItself reports whether a browser asks for the address by itself, for pages
// that name no icon. 404.html can name none.
func isOfItself(address string) bool { return strings.HasSuffix(address, "/favicon.ico") }

func arguments(all []*runtime.RemoteObject) string {
	var words []string
	for _, one := range all {
		words = append(words, string(one.Value)+one.Description)
	}
	return strings.Join(words, " ")
}
