import type { Language } from './language'

const thin = '\u202f'
const space = '\u00a0'

/**
 * Sets plain text as a printer would. Words are typed with the keys of a keyboard; the apostrophe, the guillemets' inner
 * spaces and the spaces before double punctuation are put here, so no page can forget them.
 */
export function typeset(text: string, language: Language): string {
  // A straight apostrophe would also be an escape sign in a message with arguments.
  const curly = text.replaceAll("'", '’')
  if (language !== 'fr') return curly
  return curly
    .replace(/ ?([;!?]+)/g, (_, signs: string, at: number) => (at === 0 ? signs : thin + signs))
    .replace(/ :(?!:)/g, `${space}:`)
    .replace(/« ?/g, `«${thin}`)
    .replace(/ ?»/g, `${thin}»`)
    .replace(/(\d|}) (%|€|h\b|j\b)/g, `$1${thin}$2`)
    .replace(new RegExp(`${thin}{2,}`, 'g'), thin)
}
