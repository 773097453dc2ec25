import { useCallback, useEffect, useRef } from 'react'

/** How long a card may take to come to its place, and a dialog to close, however slow the device or the network. */
const patience = 5_000
const often = 100

/**
 * A card that changes place takes its buttons with it: the focus goes to the card where it is now, or else to the view that is
 * open, and never back to the top of the page. What the reader goes to in the meantime keeps it.
 */
export function useKeepFocus(): (topicId: string) => void {
  const look = useRef<ReturnType<typeof setInterval>>(undefined)
  useEffect(() => () => clearInterval(look.current), [])
  return useCallback((topicId) => {
    const until = Date.now() + patience
    clearInterval(look.current)
    look.current = setInterval(() => {
      if (Date.now() > until) clearInterval(look.current)
      if (document.activeElement !== null && document.activeElement !== document.body) return
      // Behind a dialog that is closing nothing can take it yet.
      if (document.querySelector('[role="dialog"]') !== null) return
      const place =
        document.querySelector<HTMLElement>(`[data-topic="${topicId}"] a`) ??
        document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
      place?.focus({ preventScroll: true })
    }, often)
  }, [])
}
