let expected = false

/** Called when the reader goes to another page: its title will take the focus when it appears. */
export function expectPageFocus(): void {
  expected = true
}

/** Whether the title that just appeared is that of a page one has gone to; true once. */
export function takePageFocus(): boolean {
  const was = expected
  expected = false
  return was
}
