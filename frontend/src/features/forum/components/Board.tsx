import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Press } from '@/ui/Press'
import { at, conflictsOf, forbids, type Cell } from '../board'
import type { Slot, Space } from '../forum'
import { useSlotTime } from '../useSlotTime'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { ConflictList } from './ConflictList'
import { SessionCard } from './SessionCard'
import styles from './Board.module.css'

/** The board as a table: slots down, spaces across. A topic is dropped in a free cell, or a free cell is pressed. */
export function Board() {
  const t = useWords(wallWords)
  const slotTime = useSlotTime()
  const { forum } = useWall()
  return (
    // A wide board scrolls sideways; with the keyboard too, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.frame} role="region" aria-label={t('board')} tabIndex={0}>
      <table className={styles.board} style={{ minWidth: `${corner + forum.spaces.length * column}rem` }}>
        <caption className="visually-hidden">{t('boardLabel')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">{t('slot')}</span>
            </th>
            {forum.spaces.map((space) => (
              <th key={space.id} scope="col" className={styles.space}>
                {space.name}
                <span className={styles.seats}>{t('seats', { count: space.capacity })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {forum.slots.map((slot) => (
            <tr key={slot.id}>
              <th scope="row" className={styles.slot}>
                <span className={styles.time}>{slotTime(slot)}</span>
                <span className={styles.seats}>{slot.label}</span>
              </th>
              {forum.spaces.map((space) => (
                <BoardCell key={space.id} slot={slot} space={space} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the hours and a space need at least, in rem. */
const corner = 4.75
const column = 8.75

function BoardCell({ slot, space }: { slot: Slot; space: Space }) {
  const t = useWords(wallWords)
  const slotTime = useSlotTime()
  const { forum, board, dragged, drag, place, chooseTopic } = useWall()
  const [isOver, setOver] = useState(false)
  const cell: Cell = { slotId: slot.id, spaceId: space.id }
  const topic = at(board, cell)
  const conflicts = dragged === undefined ? [] : conflictsOf(dragged, slot, space, board, forum.spaces)
  const isRefused = conflicts.some(forbids)
  const canDrop = dragged !== undefined && !isRefused && topic?.id !== dragged.id
  const canPlace = forum.topics.some((each) => each.viewerCanPlace)
  return (
    <td
      className={styles.cell}
      data-drop={dragged === undefined ? undefined : canDrop ? (isOver ? 'over' : 'open') : 'refused'}
      onDragOver={(event) => {
        if (!canDrop) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (canDrop) place(dragged, cell)
        drag(undefined)
      }}
    >
      {topic !== undefined ? (
        <SessionCard topic={topic} />
      ) : dragged !== undefined ? (
        <ConflictList conflicts={conflicts} topic={dragged} />
      ) : canPlace ? (
        <Press
          className={styles.free!}
          aria-label={t('placeHere', { space: space.name, slot: slotTime(slot) })}
          onPress={() => chooseTopic(cell)}
        >
          <Plus aria-hidden="true" />
          <span>{t('free')}</span>
        </Press>
      ) : (
        <span className={styles.empty}>{t('free')}</span>
      )}
    </td>
  )
}
