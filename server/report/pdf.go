package report

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// MediaPDF is what a PDF file is.
const MediaPDF = "application/pdf"

// ErrBusy says that another document is being printed, and has been for a while.
var ErrBusy = errors.New("another document is being printed")

// Printer makes PDF files with Chromium, one at a time: a page that many ask for
// must not take the house down.
type Printer struct {
	program string
	turn    chan struct{}
	// wait is how long one waits for one's turn, and most how long a printing takes.
	wait, most time.Duration
}

// programs are what Chromium is called.
var programs = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// NewPrinter prints with a program, or with a Chromium that is found where
// programs are when its path is empty; nil where there is none. A path that is
// said and leads to no program is a fault.
func NewPrinter(path string) (*Printer, error) {
	if path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return nil, err
		}
		return &Printer{found, make(chan struct{}, 1), 10 * time.Second, 40 * time.Second}, nil
	}
	for _, name := range programs {
		if found, err := exec.LookPath(name); err == nil {
			return &Printer{found, make(chan struct{}, 1), 10 * time.Second, 40 * time.Second}, nil
		}
	}
	return nil, nil
}

// footer numbers the pages. Chromium knows these class names.
const footer = `<div style="width:100%;padding:0 20mm;text-align:right;font:8pt sans-serif;color:#554c59"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`

// Enter waits for one's turn, which whoever has it gives back. ErrBusy when it
// does not come.
func (p *Printer) Enter(ctx context.Context) (leave func(), err error) {
	select {
	case p.turn <- struct{}{}:
		return func() { <-p.turn }, nil
	case <-time.After(p.wait):
		return nil, ErrBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Print makes a tagged PDF of a page that needs nothing from elsewhere, for whoever
// has their turn. No script of it runs, and nothing is asked of any network.
func (p *Printer) Print(ctx context.Context, html []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, p.most)
	defer cancel()

	browser, quit := chromedp.NewExecAllocator(ctx, p.options()...)
	defer quit()
	// What it has to say of itself is no fault: those are returned.
	tab, leave := chromedp.NewContext(browser, chromedp.WithErrorf(func(string, ...any) {}))
	defer leave()
	pdf, err := printed(tab, html)
	if err != nil {
		return nil, fmt.Errorf("print: %w", err)
	}
	return pdf, nil
}

func printed(tab context.Context, html []byte) ([]byte, error) {
	if _, err := chromedp.Call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		return nil, err
	}
	tree, err := chromedp.Call(tab, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return nil, err
	}
	content := page.SetDocumentContentParams{FrameID: tree.FrameTree.Frame.ID, HTML: string(html)}
	if _, err := chromedp.Call(tab, page.SetDocumentContent, content); err != nil {
		return nil, err
	}
	yes := true
	file, err := chromedp.Call(tab, page.PrintToPDF, page.PrintToPDFParams{
		PreferCSSPageSize:       &yes,
		PrintBackground:         &yes,
		DisplayHeaderFooter:     &yes,
		HeaderTemplate:          "<span></span>",
		FooterTemplate:          footer,
		GenerateTaggedPDF:       &yes,
		GenerateDocumentOutline: &yes,
	})
	return file.Data, err
}

func (p *Printer) options() []chromedp.ExecAllocatorOption {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(p.program),
		chromedp.DisableGPU,
		// Nothing is there to be reached: no name is found, and every address leads
		// to a door that nobody opens.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"),
		chromedp.Flag("proxy-server", "http://127.0.0.1:9"),
		chromedp.Flag("proxy-bypass-list", "<-loopback>"),
		chromedp.Flag("lang", "fr"),
	)
	if os.Geteuid() == 0 {
		// The sandbox refuses root, as in containers; the page is our own, without script.
		options = append(options, chromedp.NoSandbox)
	}
	return options
}
