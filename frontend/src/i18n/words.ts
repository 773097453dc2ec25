import type { Language } from './language'
import { typeset } from './typography'

/** The words of one feature. The two languages must hold the same keys: a missing translation does not compile. */
export interface Words<Key extends string> {
  readonly scope: string
  readonly keys: readonly Key[]
  readonly sets: Readonly<Record<Language, Readonly<Record<Key, string>>>>
}

/** What is registered so far, by language then by `scope.key`. Lazy routes add theirs when they load. */
export const dictionary: Record<Language, Record<string, string>> = { fr: {}, en: {} }

/** Declares the words of a feature, in ICU message format, typed on an ordinary keyboard: see `typeset`. */
export function words<Key extends string>(
  scope: string,
  sets: { fr: Record<Key, string>; en: Record<NoInfer<Key>, string> },
): Words<Key> {
  for (const language of ['fr', 'en'] as const) {
    for (const [key, text] of Object.entries<string>(sets[language]))
      dictionary[language][`${scope}.${key}`] = typeset(text, language)
  }
  return { scope, keys: Object.keys(sets.fr) as Key[], sets }
}
