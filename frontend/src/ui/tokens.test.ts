import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')

function block(start: string): Map<string, string> {
  const from = css.indexOf(start)
  const text = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from))
  return new Map([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]))
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const text: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['ink', ['paper', 'surface', 'sunken', 'accent-soft', 'signal-soft', 'danger-soft', 'good-soft']],
  ['ink-2', ['paper', 'surface', 'sunken', 'accent-soft', 'signal-soft', 'danger-soft']],
  ['ink-3', ['paper', 'surface', 'sunken']],
  ['accent', ['paper', 'surface', 'sunken', 'accent-soft']],
  ['accent-strong', ['paper', 'surface']],
  ['signal-text', ['paper', 'surface', 'signal-soft']],
  ['good', ['paper', 'surface', 'good-soft']],
  ['danger', ['paper', 'surface', 'danger-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-signal', ['signal']],
  ['on-danger', ['danger']],
  ['paper', ['ink']],
]

describe.each([
  ['light', ':root {'],
  ['dark', ":root[data-theme='dark']"],
])('the %s colours', (_, start) => {
  const tokens = block(start)
  const colour = (name: string) => tokens.get(name) ?? expect.fail(`no colour named ${name}`)

  it.each(text.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    'let %s be read on %s',
    (front, back) => {
      expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(['paper', 'surface'])('let the edge of a field be seen on %s', (back) => {
    expect(contrast(colour('line-strong'), colour(back))).toBeGreaterThanOrEqual(3)
  })
})

it('gives the same dark to whoever chooses it and to whose device does', () => {
  const chosen = block(":root[data-theme='dark']")
  expect(chosen.size).toBeGreaterThan(20)
  expect(block(':root:not([data-theme')).toEqual(chosen)
})
