import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { typeset } from '../src/i18n/typography.ts'

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/**
 * Reads every message when the app is built, so that the reader's browser needs no message parser. In development and in tests
 * the words are parsed as they are used, by the same library: what is said is the same.
 */
export function compiledWords(): Plugin {
  return {
    name: 'compiled-words',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!/\/src\/.*essages\.ts$/.test(id)) return null
      const changes: { start: number; end: number; text: string }[] = []
      for (const call of callsOf('words', this.parse(code) as unknown as Node)) {
        const [, sets] = call.arguments as Node[]
        for (const language of propertiesOf(sets)) {
          const name = nameOf(language)
          if (name !== 'fr' && name !== 'en') throw new Error(`${id}: words speak fr and en, not ${name}`)
          for (const word of propertiesOf(language.value as Node)) {
            const value = word.value as Node
            const text = typeset(textOf(value, id), name)
            const compiled = /[{<]/.test(text) ? parse(text) : text
            changes.push({ start: value.start, end: value.end, text: JSON.stringify(compiled) })
          }
        }
      }
      let result = code
      for (const { start, end, text } of changes.sort((a, b) => b.start - a.start))
        result = result.slice(0, start) + text + result.slice(end)
      return { code: result, map: null }
    },
  }
}

function callsOf(name: string, root: Node): Node[] {
  const found: Node[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    const node = value as Node
    if (node.type === 'CallExpression' && (node.callee as Node).name === name) found.push(node)
    Object.values(node).forEach(visit)
  }
  visit(root)
  return found
}

function propertiesOf(node: Node | undefined): Node[] {
  return node?.type === 'ObjectExpression' ? (node.properties as Node[]) : []
}

function nameOf(property: Node): string {
  const key = property.key as Node
  return String(key.type === 'Identifier' ? key.name : key.value)
}

function textOf(value: Node, id: string): string {
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type === 'TemplateLiteral' && (value.expressions as Node[]).length === 0)
    return (value.quasis as { value: { cooked: string } }[])[0]!.value.cooked
  throw new Error(`${id}: a word must be written in full, as one text`)
}
