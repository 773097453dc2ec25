import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CurrentPath } from './currentPath'
import { PageHeader } from './PageHeader'
import { expectPageFocus } from './pageFocus'

function At({ path, title }: { path: string; title: string }) {
  return (
    <CurrentPath value={path}>
      <PageHeader key={title} title={title} />
    </CurrentPath>
  )
}

describe('the title of a page', () => {
  it('takes the focus of whoever comes from another page, and only then', () => {
    const { rerender } = render(<At path="/a" title="Un" />)
    expect(document.activeElement).toBe(document.body)
    expectPageFocus()
    rerender(<At path="/b" title="Deux" />)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Deux' }))
  })

  it('leaves it to the next when the former page stayed in sight for a moment', () => {
    const { rerender } = render(<At path="/a" title="Un" />)
    expectPageFocus()
    // The address has changed, and the page still shows what it knew.
    rerender(<At path="/b" title="Un" />)
    rerender(<p>…</p>)
    rerender(<At path="/b" title="Deux" />)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Deux' }))
  })
})
