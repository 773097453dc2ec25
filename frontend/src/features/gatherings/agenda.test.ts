import { describe, expect, it } from 'vitest'
import { Format } from '@/i18n/format'
import { daysOf, gridOf, markOf } from './agenda'
import { stepFor, stepNames, steps } from './fates'

const item = (id: string, startsAt: string, endsAt: string) => ({ id, startsAt, endsAt })
const agenda = [
  item('forum', '2019-06-26T07:00:00Z', '2019-06-26T13:00:00Z'),
  item('late', '2019-06-25T22:30:00Z', '2019-06-25T23:00:00Z'),
  item('opening', '2019-06-25T07:30:00Z', '2019-06-25T08:00:00Z'),
  item('beside', '2019-06-26T07:00:00Z', '2019-06-26T08:00:00Z'),
]
const ids = (days: { items: { id: string }[] }[]) => days.map(({ items }) => items.map(({ id }) => id))

describe('an agenda', () => {
  it('puts each item in its day where the gathering is', () => {
    const paris = new Format('fr', 'Europe/Paris')
    expect(ids(daysOf(agenda, (at) => paris.dayOf(at)))).toEqual([['opening'], ['late', 'forum', 'beside']])
    const guadeloupe = new Format('fr', 'America/Guadeloupe')
    expect(ids(daysOf(agenda, (at) => guadeloupe.dayOf(at)))).toEqual([
      ['opening', 'late'],
      ['forum', 'beside'],
    ])
  })

  it('marks what is on, and what begins next that day', () => {
    const during = markOf(agenda, Date.parse('2019-06-25T07:45:00Z'))
    expect([...during]).toEqual([
      ['late', 'next'],
      ['opening', 'now'],
    ])
    expect([...markOf(agenda, Date.parse('2019-06-26T06:00:00Z'))]).toEqual([
      ['forum', 'next'],
      ['beside', 'next'],
    ])
  })

  it('calls nothing next that is a month away, or when all is over', () => {
    expect(markOf(agenda, Date.parse('2019-05-20T07:00:00Z')).size).toBe(0)
    expect(markOf(agenda, Date.parse('2020-01-01T00:00:00Z')).size).toBe(0)
  })
})

describe('a day as columns of rooms', () => {
  const at = (id: string, from: string, to: string, room?: string) => ({
    id,
    startsAt: `2026-11-27T${from}:00Z`,
    endsAt: `2026-11-27T${to}:00Z`,
    space: room === undefined ? null : { id: room },
  })

  it('is a plain list while nothing goes on side by side', () => {
    expect(
      gridOf([at('a', '09:00', '10:00', 'hall'), at('b', '10:00', '11:00', 'hall')], ['hall']),
    ).toBeNull()
  })

  it('puts what goes on side by side in its room, and what goes on alone over the whole width', () => {
    const grid = gridOf(
      [
        at('opening', '09:00', '10:00', 'hall'),
        at('long', '10:00', '12:00', 'loire'),
        at('short', '10:00', '11:00', 'hall'),
        at('walk', '10:30', '12:00'),
        at('lunch', '12:00', '13:00'),
      ],
      ['loire', 'cher', 'hall'],
    )
    expect(grid?.columns).toEqual(['loire', 'hall', ''])
    expect(Object.fromEntries(grid!.cells)).toEqual({
      opening: { column: '1 / -1', row: '1 / 2' },
      long: { column: '1', row: '2 / 5' },
      short: { column: '2', row: '2 / 4' },
      walk: { column: '3', row: '3 / 5' },
      lunch: { column: '1 / -1', row: '5 / 6' },
    })
    expect(grid?.end).toBe(6)
  })

  it('is a plain list when two would lie on one another', () => {
    expect(
      gridOf([at('a', '09:00', '11:00', 'hall'), at('b', '10:00', '12:00', 'hall')], ['hall']),
    ).toBeNull()
  })
})

describe('what became of topics', () => {
  it('counts at each step those of the steps after it', () => {
    const all = stepNames.map((name) => new Set<string>(steps[name]))
    for (const [index, step] of all.entries()) {
      const before = all[index - 1]
      if (before !== undefined) expect([...step].every((fate) => before.has(fate))).toBe(true)
    }
  })

  it('lists all when the address names no step it knows', () => {
    expect(stepFor('groupes')).toBe('groupes')
    expect(stepFor('autre')).toBe('tous')
    expect(stepFor(undefined)).toBe('tous')
  })
})
