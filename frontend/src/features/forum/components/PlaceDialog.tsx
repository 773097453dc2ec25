import type { KeyboardEvent } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Press } from '@/ui/Press'
import { at, cellOf, conflictsOf, forbids, type Board, type Cell } from '../board'
import type { Forum, WallTopic } from '../forum'
import { useSlotTime } from '../useSlotTime'
import { useCellNotes } from '../useCellNotes'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { ConflictList } from './ConflictList'
import styles from './PlaceDialog.module.css'
import { UnplaceButton } from './TopicActs'

export interface PlaceDialogProps {
  topic: WallTopic
  isOpen: boolean
  onClose: () => void
  /** The topic keeps the sessions it has, and gets one more. */
  isRepeat?: boolean
}

/** Where to put a topic: every cell, with what speaks against it. A press is enough; arrow keys go from cell to cell. */
export function PlaceDialog({ topic, isOpen, onClose, isRepeat = false }: PlaceDialogProps) {
  const t = useWords(wallWords)
  const { unplace } = useWall()
  const isPlaced = cellOf(topic) !== null
  return (
    <Dialog
      title={t(isRepeat ? 'repeatTopic' : isPlaced ? 'moveTopic' : 'placeTopic', { title: topic.title })}
      isOpen={isOpen}
      onClose={onClose}
      size="l"
      footer={
        isPlaced && !isRepeat ? (
          <UnplaceButton
            topic={topic}
            onPress={() => {
              unplace(topic)
              onClose()
            }}
          />
        ) : undefined
      }
    >
      <p>
        {t('placeLead')} {t('stars', { count: topic.starCount })}.
      </p>
      {isOpen ? <CellChoice topic={topic} onChoose={onClose} isRepeat={isRepeat} /> : null}
    </Dialog>
  )
}

function CellChoice({
  topic,
  onChoose,
  isRepeat,
}: {
  topic: WallTopic
  onChoose: () => void
  isRepeat: boolean
}) {
  const t = useWords(wallWords)
  const slotTime = useSlotTime()
  const { forum, board, place, repeat } = useWall()
  const here = isRepeat ? null : cellOf(topic)
  const first = firstOpen(topic, forum, board, isRepeat)
  const moves = here === null ? null : (topic.occurrence?.id ?? null)
  const withNotes = useCellNotes(topic.id, moves, forum.topics)
  const choose = (cell: Cell) => {
    if (isRepeat) repeat(topic, cell)
    else place(topic, cell)
    onChoose()
  }
  return (
    // The keys only move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.slots} onKeyDown={walk}>
      {forum.slots.map((slot) => (
        <div key={slot.id} role="group" aria-label={slotTime(slot)} className={styles.slot}>
          <p className={styles.time} aria-hidden="true">
            {slotTime(slot)}
          </p>
          <div className={styles.cells}>
            {forum.spaces.map((space) => {
              const isHere = here?.slotId === slot.id && here.spaceId === space.id
              const conflicts = isHere
                ? []
                : withNotes(
                    { slotId: slot.id, spaceId: space.id },
                    conflictsOf(topic, slot, space, board, forum.spaces, isRepeat),
                  )
              const isRefused = conflicts.some(forbids)
              return (
                <Press
                  key={space.id}
                  className={styles.cell!}
                  isDisabled={isRefused || isHere}
                  // The dialog is for choosing a cell: arrow keys work from the first that is open.
                  // oxlint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus={first?.slotId === slot.id && first.spaceId === space.id}
                  data-here={isHere || undefined}
                  data-column={space.id}
                  onPress={() => choose({ slotId: slot.id, spaceId: space.id })}
                >
                  <span className={styles.space}>{space.name}</span>
                  <span className={styles.seats}>
                    {t('seats', { count: space.capacity })}
                    {isHere ? ` · ${t('here')}` : isRefused ? '' : ` · ${t('free')}`}
                  </span>
                  <ConflictList conflicts={isRefused ? conflicts.filter(forbids) : conflicts} topic={topic} />
                </Press>
              )
            })}
          </div>
        </div>
      ))}
    </div>
  )
}

/** The first cell that takes the topic, in the order of the day. */
function firstOpen(topic: WallTopic, forum: Forum, board: Board, isRepeat: boolean): Cell | undefined {
  for (const slot of forum.slots) {
    for (const space of forum.spaces) {
      const there = at(board, { slotId: slot.id, spaceId: space.id })
      const conflicts = conflictsOf(topic, slot, space, board, forum.spaces, isRepeat)
      if (there?.id !== topic.id && !conflicts.some(forbids)) return { slotId: slot.id, spaceId: space.id }
    }
  }
  return undefined
}

/** Arrow keys: left and right within a slot, up and down in the same space; what is refused is stepped over. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const from = event.target as HTMLElement
  const column = from.dataset.column
  if (column === undefined) return
  const cells = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-column]')]
  const open = cells.filter((cell) => !cell.disabled)
  const index = open.indexOf(from as HTMLButtonElement)
  const inColumn = open.filter((cell) => cell.dataset.column === column)
  const row = inColumn.indexOf(from as HTMLButtonElement)
  const to = {
    ArrowRight: open[index + 1],
    ArrowLeft: open[index - 1],
    ArrowDown: inColumn[row + 1],
    ArrowUp: inColumn[row - 1],
    Home: open[0],
    End: open.at(-1),
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  to.focus()
}
