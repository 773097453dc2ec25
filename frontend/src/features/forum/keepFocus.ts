/**
 * A card that changes place takes its buttons with it: the focus goes to the card where it is now, or else to the view that is
 * open, and never back to the top of the page.
 */
export function keepFocus(topicId: string): void {
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const place =
      document.querySelector<HTMLElement>(`[data-topic="${topicId}"] a`) ??
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    place?.focus({ preventScroll: true })
  }, settled)
}

/** Long enough for a dialog to have closed and given its focus back. */
const settled = 250
