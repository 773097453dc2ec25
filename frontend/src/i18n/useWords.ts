import { useMemo, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Words } from './words'

type Value = string | number | boolean | Date | null | undefined
type RichValue = Value | ReactNode | ((parts: ReactNode[]) => ReactNode)

/** Says a feature's words in the reader's language: `t('title', { count })`. */
export interface Say<Key extends string> {
  (key: Key, values?: Record<string, Value>): string
  /** The same with elements inside: `t.rich('invite', { b: (parts) => <b>{parts}</b> })`. */
  rich(key: Key, values: Record<string, RichValue>): ReactNode
}

export function useWords<Key extends string>(words: Words<Key>): Say<Key> {
  const intl = useIntl()
  return useMemo(() => {
    // A word without arguments is said as it is: nothing in it is to be read as a message.
    const plain = (id: string): string | undefined => {
      const message = intl.messages[id]
      return typeof message === 'string' && !/[{<]/.test(message) ? message : undefined
    }
    const say = (key: Key, values?: Record<string, Value>) => {
      const id = `${words.scope}.${key}`
      return plain(id) ?? intl.formatMessage({ id }, values)
    }
    const rich = (key: Key, values: Record<string, RichValue>) => {
      const id = `${words.scope}.${key}`
      return plain(id) ?? intl.formatMessage({ id }, values as Record<string, ReactNode>)
    }
    return Object.assign(say, { rich })
  }, [intl, words])
}
