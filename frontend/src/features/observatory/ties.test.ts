import { describe, expect, it } from 'vitest'
import type { NetworkCentre, Observatory, TiesBefore } from './observatory'
import { ofKind, strongest, tieRows, usualStrength, withoutTie } from './ties'

const centre = (id: string, regions: string[]) => ({ id, shortName: id.toUpperCase(), name: id, regions })
const network = [centre('a', ['52', '53']), centre('b', ['53']), centre('c', ['11']), centre('d', ['02'])]
const tied = (id: string) => ({ centreId: id, shortName: id.toUpperCase(), name: id })
const tie = (centreId: string, otherCentreId: string, factCount: number, weight: number) => ({
  centreId,
  otherCentreId,
  factCount,
  weight,
})

const now = {
  centres: [tied('a'), tied('b'), tied('c')],
  ties: [tie('a', 'b', 1, 1), tie('b', 'c', 3, 5)],
  measures: [{ code: 'TIED_CENTRES', value: 3, before: 3 }],
} as unknown as Observatory
const before = {
  centres: [tied('a'), tied('c'), tied('d')],
  ties: [tie('b', 'c', 2, 4), tie('a', 'd', 1, 0.5)],
} as unknown as TiesBefore

describe('ties', () => {
  const rows = tieRows(now, before, network as unknown as NetworkCentre[])
  const pairs = (kind: Parameters<typeof ofKind>[1]) =>
    ofKind(rows, kind).map(({ a, b }) => `${a.label}${b.label}`)

  it('are the pairs of the period, the strongest first, with what they were before', () => {
    expect(pairs('tous')).toEqual(['BC', 'AB'])
    expect(rows[0]).toMatchObject({ facts: 3, weight: 5, factsBefore: 2, weightBefore: 4 })
  })

  it('are new, lost, or between regions that share none', () => {
    expect(pairs('nouveaux')).toEqual(['AB'])
    expect(pairs('perdus')).toEqual(['AD'])
    expect(pairs('interregions')).toEqual(['BC'])
  })

  it('tell the centres without one, unless the network is too large to know', () => {
    const centres = network as unknown as NetworkCentre[]
    expect(withoutTie(now, centres, 4)?.map(({ id }) => id)).toEqual(['d'])
    expect(withoutTie(now, centres, 140)).toBeUndefined()
    const many = {
      ...now,
      measures: [{ code: 'TIED_CENTRES', value: 40, before: 0 }],
    } as unknown as Observatory
    expect(withoutTie(many, centres, 4)).toBeUndefined()
  })

  it('are drawn from the strongest on when they are many', () => {
    const some = [5, 1, 3, 3, 2, 1, 1, 1].map((weight) => ({ weight }))
    expect(strongest(some, 'tous')).toHaveLength(8)
    expect(strongest(some, 'moitie').map(({ weight }) => weight)).toEqual([5, 3, 3, 2])
    expect(strongest(some, 'quart').map(({ weight }) => weight)).toEqual([5, 3, 3])
    expect(strongest([], 'quart')).toEqual([])
    expect([10, 60, 153].map(usualStrength)).toEqual(['tous', 'moitie', 'quart'])
  })
})
