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

/** Moves that need words. */
export type NotedMove = Extract<GroupMove, 'decline' | 'close' | 'abandon'>
/** Moves that ask something before they are made. */
export type AskingMove = NotedMove | 'merge'

const asking: readonly GroupMove[] = ['decline', 'close', 'abandon', 'merge'] satisfies AskingMove[]

export function isAsking(move: GroupMove): move is AskingMove {
  return asking.includes(move)
}
