import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MarkdownView } from './MarkdownView'

const show = (text: string) => render(<MarkdownView text={text} />).container

describe('what was written in Markdown', () => {
  it('is set with elements', () => {
    const page = show(
      '# Titre\n\nUn **gras**, un *penché*, ~~barré~~ et `code`.\nÀ la ligne.\n\n1. un\n2. deux\n   - dedans\n\n> cité\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] fait',
    )
    for (const [tag, text] of [
      ['strong', 'gras'],
      ['em', 'penché'],
      ['del', 'barré'],
      ['code', 'code'],
      ['blockquote', 'cité'],
    ] as const)
      expect(page.querySelector(tag)?.textContent?.trim()).toBe(text)
    expect(page.querySelectorAll('br')).toHaveLength(1)
    within(page.querySelector('ol')!).getByText('dedans')
    screen.getByRole('columnheader', { name: 'b' })
    expect(page.textContent).toContain('☑ fait')
    // The outline is the page's own.
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('leads to the web and to mailboxes only', () => {
    show(
      '[a](https://a.example) [b](javascript:alert(1)) [c](data:text/html,x) ![d](https://d.example/x.png) <e@f.example>',
    )
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example',
      'https://d.example/x.png',
      'mailto:e@f.example',
    ])
    expect(screen.queryByRole('img')).toBeNull()
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><animate onbegin=alert(1)></svg>',
    '[x](<javascript:alert(1)>)',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](vbscript:x)',
    '![x](javascript:alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '`<b>`\n\n```\n<script>\n```',
    '<div\nonclick=alert(1)>\n\ntexte',
  ])('never becomes anything by itself: %s', (text) => {
    const page = show(text)
    expect(page.querySelector('script, img, svg, iframe, object, [onerror], [onclick], [srcdoc]')).toBeNull()
    for (const link of page.querySelectorAll('a')) expect(link.href).toMatch(/^(https?|mailto):/)
  })

  it('shows tags as they were typed', () => {
    expect(show('un <b>mot</b> & <script>x</script>').textContent).toBe('un <b>mot</b> & <script>x</script>')
  })
})
