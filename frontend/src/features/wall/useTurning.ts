import { useEffect, useState } from 'react'

export interface Turning {
  at: number
  isPaused: boolean
  turn: (by: 1 | -1) => void
  pause: () => void
}

/** How long a screen stays: the time to read it standing, twice. */
const stay = 12_000

/** Turns the pages of a wall by itself; the arrows turn them too, and the space bar stops them. */
export function useTurning(pages: number): Turning {
  const [at, setAt] = useState(0)
  const [isPaused, setPaused] = useState(false)
  const shown = Math.min(at, pages - 1)
  const turn = (by: 1 | -1) => setAt((shown + by + pages) % pages)
  const pause = () => setPaused(!isPaused)

  useEffect(() => {
    if (isPaused || pages < 2) return
    const next = setTimeout(() => setAt((shown + 1) % pages), stay)
    return () => clearTimeout(next)
  }, [isPaused, pages, shown])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      // A key pressed on a button is the button's own.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
      if (event.key === 'ArrowRight' || event.key === 'PageDown') setAt((shown + 1) % pages)
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') setAt((shown - 1 + pages) % pages)
      else if (event.key === ' ') setPaused((was) => !was)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [pages, shown])

  return { at: shown, isPaused, turn, pause }
}
