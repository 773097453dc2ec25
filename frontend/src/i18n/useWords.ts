import { createElement, Fragment, useMemo, type ReactNode } from 'react'
import { useLanguage } from './LanguageProvider'
import { say } from './message'
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
  const { language } = useLanguage()
  return useMemo(() => {
    const plain = (key: Key, values?: Record<string, Value>) =>
      String(say(language, `${words.scope}.${key}`, values))
    const rich = (key: Key, values: Record<string, RichValue>) =>
      // The parts of a sentence are no list: they are given one by one, and need no keys.
      createElement(Fragment, null, ...[say(language, `${words.scope}.${key}`, values) as ReactNode].flat())
    return Object.assign(plain, { rich })
  }, [language, words])
}
