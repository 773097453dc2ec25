/** Real names of centres: public facts. The ties between them are invented. */
export const centreNames = [
  'Résovilles',
  'Labo Cités',
  'Profession Banlieue',
  'PQNA',
  'IREV',
  'Normandie',
  'Trajectoire Ressources',
  'Ressources & Territoires',
  'Villes au Carré',
]

export const ties: ReadonlyArray<readonly [number, number, number]> = [
  [0, 1, 9],
  [0, 2, 4],
  [0, 5, 6],
  [1, 2, 5],
  [1, 6, 7],
  [2, 4, 8],
  [4, 5, 3],
  [3, 1, 2],
  [8, 0, 5],
  [8, 6, 2],
  [7, 3, 1],
  [4, 6, 2],
]

export function tieBetween(one: string, other: string): number {
  const a = centreNames.indexOf(one)
  const b = centreNames.indexOf(other)
  return ties.find(([from, to]) => (from === a && to === b) || (from === b && to === a))?.[2] ?? 0
}
