import type { NetworkCentre, Observatory, TiesBefore } from './observatory'

export const tieKinds = ['tous', 'nouveaux', 'perdus', 'interregions'] as const
export type TieKind = (typeof tieKinds)[number]

/** A pair of centres, in the period and in the one before. */
export interface TieRow {
  id: string
  a: { id: string; label: string }
  b: { id: string; label: string }
  facts: number
  weight: number
  factsBefore: number
  weightBefore: number
  isCrossRegion: boolean
}

/** Names a pair, whichever way round it is given. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Every pair that is tied now or was before, the strongest first. Without what was before, nothing is new. */
export function tieRows(
  now: Observatory,
  before: TiesBefore | null | undefined,
  centres: readonly NetworkCentre[],
): TieRow[] {
  const names = new Map<string, string>()
  for (const { centreId, shortName } of [...(before?.centres ?? []), ...now.centres])
    names.set(centreId, shortName)
  const regions = new Map(centres.map((centre) => [centre.id, centre.regions]))
  const apart = (a: string, b: string) =>
    !(regions.get(a) ?? []).some((region) => regions.get(b)?.includes(region) === true)
  const rows = new Map<string, TieRow>()
  const rowOf = (a: string, b: string) => {
    const key = pairKey(a, b)
    const found = rows.get(key)
    if (found !== undefined) return found
    const centre = (id: string) => ({ id, label: names.get(id) ?? '' })
    const [first, second] = [centre(a), centre(b)].sort((x, y) => x.label.localeCompare(y.label))
    const row: TieRow = {
      id: key,
      a: first!,
      b: second!,
      facts: 0,
      weight: 0,
      factsBefore: 0,
      weightBefore: 0,
      isCrossRegion: apart(a, b),
    }
    rows.set(key, row)
    return row
  }
  for (const { centreId, otherCentreId, factCount, weight } of now.ties)
    Object.assign(rowOf(centreId, otherCentreId), { facts: factCount, weight })
  for (const { centreId, otherCentreId, factCount, weight } of before?.ties ?? [])
    Object.assign(rowOf(centreId, otherCentreId), { factsBefore: factCount, weightBefore: weight })
  return [...rows.values()].sort(
    (x, y) => y.weight - x.weight || y.weightBefore - x.weightBefore || x.id.localeCompare(y.id),
  )
}

/** The rows of one kind. Those that were lost are shown only where they are asked for. */
export function ofKind(rows: readonly TieRow[], kind: TieKind): TieRow[] {
  switch (kind) {
    case 'nouveaux':
      return rows.filter(({ facts, factsBefore }) => facts > 0 && factsBefore === 0)
    case 'perdus':
      return rows.filter(({ facts, factsBefore }) => facts === 0 && factsBefore > 0)
    case 'interregions':
      return rows.filter(({ facts, isCrossRegion }) => facts > 0 && isCrossRegion)
    default:
      return rows.filter(({ facts }) => facts > 0)
  }
}

/**
 * The centres without any tie; undefined when they cannot be told: the server names the thirty most tied, and the list of the
 * network is read up to a hundred.
 */
export function withoutTie(
  now: Observatory,
  centres: readonly NetworkCentre[],
  total: number,
): NetworkCentre[] | undefined {
  const tied = now.measures.find(({ code }) => code === 'TIED_CENTRES')?.value ?? 0
  if (tied > now.centres.length || total > centres.length) return undefined
  const known = new Set(now.centres.map(({ centreId }) => centreId))
  return centres.filter(({ id }) => !known.has(id))
}

export const strengths = ['tous', 'moitie', 'quart'] as const
export type Strength = (typeof strengths)[number]

/** A picture of very many ties shows nothing: beyond these numbers it begins with the stronger ones. */
const many = { quart: 80, moitie: 40 }

export function usualStrength(count: number): Strength {
  return count > many.quart ? 'quart' : count > many.moitie ? 'moitie' : 'tous'
}

/** The strongest half or quarter of ties; those that are equally strong are shown or left together. */
export function strongest<Tie extends { weight: number }>(ties: readonly Tie[], strength: Strength): Tie[] {
  const part = { tous: 1, moitie: 0.5, quart: 0.25 }[strength]
  const sorted = [...ties].sort((x, y) => y.weight - x.weight)
  const last = sorted[Math.ceil(sorted.length * part) - 1]
  return last === undefined ? [] : sorted.filter(({ weight }) => weight >= last.weight)
}
