import type { Language } from './language'
import { typeset } from './typography'

/** The words of one feature. The two languages must hold the same keys: a missing translation does not compile. */
export interface Words<Key extends string> {
  readonly scope: string
  readonly keys: readonly Key[]
  readonly sets: Readonly<Record<Language, Readonly<Record<Key, string>>>>
}

/** A message as it is kept: plain text, or what the build made of one with arguments. */
export type Message = string | readonly object[]

/** What is registered so far, by language then by `scope.key`. Lazy routes add theirs when they load. */
export const dictionary: Record<Language, Record<string, Message>> = { fr: {}, en: {} }

/** Declares the words of a feature, in ICU message format, typed on an ordinary keyboard: see `typeset`. */
export function words<Key extends string>(
  scope: string,
  sets: { fr: Record<Key, string>; en: Record<NoInfer<Key>, string> },
): Words<Key> {
  for (const language of ['fr', 'en'] as const) {
    for (const [key, message] of Object.entries<Message>(sets[language]))
      dictionary[language][`${scope}.${key}`] =
        typeof message === 'string' ? typeset(message, language) : message
  }
  return { scope, keys: Object.keys(sets.fr) as Key[], sets }
}
