import { createContext, useContext } from 'react'
import type { Board, Cell } from './board'
import type { Forum, WallTopic } from './forum'

/** What every card on the wall relies on: the forum as it stands, and the acts that are done in one place. */
export interface WallState {
  forum: Forum
  board: Board
  /** The reader, as a person of a team. */
  personId: string
  /** Whether a topic is among those looked for. */
  isFound: (topic: WallTopic) => boolean
  isMoving: (topic: WallTopic) => boolean
  place: (topic: WallTopic, to: Cell) => void
  /** Gives the topic one more session. */
  repeat: (topic: WallTopic, to: Cell) => void
  unplace: (topic: WallTopic) => void
  /** Opens the dialog in which a topic, in one of its sessions, gets its cell; or one more cell. */
  choosePlace: (topic: WallTopic, isRepeat?: boolean) => void
  /** Opens the dialog in which a cell gets its topic. */
  chooseTopic: (cell: Cell) => void
  dragged: WallTopic | undefined
  drag: (topic: WallTopic | undefined) => void
}

export const WallContext = createContext<WallState | null>(null)

export function useWall(): WallState {
  const wall = useContext(WallContext)
  if (wall === null) throw new Error('useWall is for what hangs on the wall of a forum')
  return wall
}
