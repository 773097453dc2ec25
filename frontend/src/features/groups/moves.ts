/** Every move in the life of a group that a person makes, by the name of its words. */
export const groupMoves = [
  'accept',
  'decline',
  'activate',
  'rest',
  'wake',
  'close',
  'abandon',
  'merge',
] as const
export type GroupMove = (typeof groupMoves)[number]

const byTarget: Record<string, GroupMove | undefined> = {
  FORMING: 'accept',
  DECLINED: 'decline',
  DORMANT: 'rest',
  CLOSED: 'close',
  ABANDONED: 'abandon',
  MERGED: 'merge',
}

/** The move that brings a group from one state to another. */
export function moveTo(from: string, to: string): GroupMove | undefined {
  if (to === 'ACTIVE') return from === 'DORMANT' ? 'wake' : 'activate'
  return byTarget[to]
}
