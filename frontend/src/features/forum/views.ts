import type { Phase } from './forum'

export const views = [
  'sujets',
  'marche',
  'file',
  'tableau',
  'moment',
  'vote',
  'resultats',
  'programme',
] as const
export type View = (typeof views)[number]

/**
 * What a forum shows in each phase, the first being what it opens on. Where there is room the queue stands beside the board; on
 * a phone each has its own view.
 */
export function viewsOf(phase: Phase, isWide: boolean): View[] {
  switch (phase) {
    case 'PREPARATION':
    case 'COLLECTION':
      return ['sujets', 'programme']
    case 'MARKETPLACE':
      return isWide ? ['marche', 'programme'] : ['file', 'tableau', 'programme']
    case 'SESSIONS':
      return isWide ? ['moment', 'marche', 'programme'] : ['moment', 'tableau', 'file', 'programme']
    case 'CONVERGENCE':
      return ['vote', 'tableau', 'programme']
    case 'HARVEST':
    case 'CLOSED':
      return ['resultats', 'vote', 'tableau']
  }
}

/** The view an address asks for, as far as this phase and this screen have it. */
export function viewFor(wanted: string | undefined, open: readonly View[]): View {
  const same: Partial<Record<string, View>> = { file: 'marche', tableau: 'marche', marche: 'tableau' }
  return (
    open.find((view) => view === wanted) ??
    open.find((view) => wanted !== undefined && view === same[wanted]) ??
    open[0]!
  )
}
