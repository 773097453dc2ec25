import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { typeset } from './typography'
import type { Words } from './words'

const modules = import.meta.glob<Record<string, unknown>>('../**/*essages.ts', { eager: true })

function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.plural:
      case TYPE.select:
        return [
          element.value,
          ...Object.values(element.options).flatMap((option) => argumentsOf(option.value)),
        ]
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)]
      default:
        return [element.value]
    }
  })
}

function isWords(value: unknown): value is Words<string> {
  return typeof value === 'object' && value !== null && 'scope' in value && 'sets' in value
}

describe('the words of every feature', () => {
  const all = Object.entries(modules).flatMap(([file, module]) =>
    Object.values(module)
      .filter(isWords)
      .map((words) => ({ file, words })),
  )

  it('are found', () => {
    expect(all.length).toBeGreaterThan(2)
  })

  it('have a scope of their own', () => {
    const scopes = all.map(({ words }) => words.scope)
    expect(scopes).toEqual([...new Set(scopes)])
  })

  it.each(all)('$file says the same thing in both languages, with the same arguments', ({ words }) => {
    const set = (language: 'fr' | 'en', key: string) => [
      ...new Set(argumentsOf(parse(typeset(words.sets[language][key]!, language)))),
    ]
    for (const key of words.keys) {
      expect(set('en', key).sort(), key).toEqual(set('fr', key).sort())
      expect(words.sets.fr[key]!.trim(), key).not.toBe('')
      expect(words.sets.en[key]!.trim(), key).not.toBe('')
    }
  })

  it.each(all)('$file is typed plainly: the typography is set for it', ({ words }) => {
    for (const key of words.keys) expect(words.sets.fr[key], key).not.toMatch(/[\u00a0\u202f]/)
  })
})
