/** The beginning of a text, for where the whole would not fit; it ends between two words. */
export function firstWords(text: string, most = 90): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > most / 2 ? end : most).trimEnd()}…`
}
