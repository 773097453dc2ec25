import { IntlMessageFormat } from 'intl-messageformat'
import { localeTags, type Language } from './language'
import { dictionary } from './words'

type Source = ConstructorParameters<typeof IntlMessageFormat>[0]

const made = new Map<string, IntlMessageFormat>()

/**
 * Says one word. Text without arguments is said as it is: nothing in it is to be read as a message. What cannot be said shows its
 * key; the tests fail on it, a reader's page must not.
 */
export function say(language: Language, id: string, values: Record<string, unknown> | undefined): unknown {
  const message = dictionary[language][id]
  if (typeof message === 'string' && !/[{<]/.test(message)) return message
  try {
    if (message === undefined) throw new Error(`No word for ${id} in ${language}`)
    const key = `${language} ${id}`
    let format = made.get(key)
    if (format === undefined) {
      format = new IntlMessageFormat(message as Source, localeTags[language])
      made.set(key, format)
    }
    return format.format(values as Parameters<typeof format.format>[0])
  } catch (error) {
    if (import.meta.env.MODE === 'test') throw error
    return id
  }
}
