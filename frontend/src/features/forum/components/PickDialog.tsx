import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Press } from '@/ui/Press'
import { cellOf, conflictsOf, forbids, type Cell } from '../board'
import type { WallTopic } from '../forum'
import { useSlotTime } from '../useSlotTime'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { ConflictList } from './ConflictList'
import styles from './PlaceDialog.module.css'
import { Convener } from './TopicCard'

export interface PickDialogProps {
  cell: Cell
  isOpen: boolean
  onClose: () => void
}

/** The other way round: a free cell has been pressed, and gets its topic. Those that wait come first. */
export function PickDialog({ cell, isOpen, onClose }: PickDialogProps) {
  const t = useWords(wallWords)
  const slotTime = useSlotTime()
  const { forum, board, place } = useWall()
  const slot = forum.slots.find(({ id }) => id === cell.slotId)
  const space = forum.spaces.find(({ id }) => id === cell.spaceId)
  if (slot === undefined || space === undefined) return null
  const isPlaced = (topic: WallTopic) => Number(cellOf(topic) !== null)
  const topics = forum.topics
    .filter((topic) => topic.viewerCanPlace)
    .toSorted((a, b) => isPlaced(a) - isPlaced(b))
  return (
    <Dialog title={t('placeHereTitle')} isOpen={isOpen} onClose={onClose}>
      <p>{t('placeHereLead', { space: space.name, slot: slotTime(slot) })}</p>
      {topics.length === 0 ? <p>{t('placeHereNone')}</p> : null}
      <div className={`${styles.cells} ${styles.topics}`}>
        {topics.map((topic) => {
          const conflicts = conflictsOf(topic, slot, space, board, forum.spaces)
          return (
            <Press
              key={topic.id}
              className={styles.cell!}
              isDisabled={conflicts.some(forbids)}
              onPress={() => {
                place(topic, cell)
                onClose()
              }}
            >
              <span className={styles.space}>{topic.title}</span>
              <span className={styles.seats}>
                <Convener topic={topic} /> · {t('stars', { count: topic.starCount })}
              </span>
              <ConflictList conflicts={conflicts} topic={topic} />
            </Press>
          )
        })}
      </div>
    </Dialog>
  )
}
