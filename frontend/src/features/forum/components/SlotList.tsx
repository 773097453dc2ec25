import { Plus } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { at } from '../board'
import { useSlotTime } from '../useSlotTime'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { SessionCard } from './SessionCard'
import styles from './SlotList.module.css'

/** The board on a phone: slot by slot, each space on its own line, what is free told last. */
export function SlotList() {
  const t = useWords(wallWords)
  const format = useFormat()
  const slotTime = useSlotTime()
  const { forum, board, chooseTopic } = useWall()
  const canPlace = forum.topics.some((topic) => topic.viewerCanPlace)
  return (
    <ol className={styles.slots} aria-label={t('board')}>
      {forum.slots.map((slot) => {
        const spaces = forum.spaces.map((space) => ({
          space,
          topic: at(board, { slotId: slot.id, spaceId: space.id }),
        }))
        const free = spaces.filter(({ topic }) => topic === undefined).map(({ space }) => space)
        return (
          <li key={slot.id} className={styles.slot}>
            <h2 className={styles.time}>
              {slotTime(slot)} <span className={styles.label}>{slot.label}</span>
            </h2>
            <ul className={styles.sessions}>
              {spaces.map(({ space, topic }) =>
                topic === undefined ? null : (
                  <li key={space.id}>
                    <p className={styles.space}>{space.name}</p>
                    <SessionCard topic={topic} />
                  </li>
                ),
              )}
            </ul>
            {canPlace ? (
              <div className={styles.free}>
                {free.length === 0 ? null : <span className={styles.label}>{t('free')}</span>}
                {free.map((space) => (
                  <Button
                    key={space.id}
                    size="s"
                    icon={<Plus aria-hidden="true" />}
                    aria-label={t('placeHere', { space: space.name, slot: slotTime(slot) })}
                    onPress={() => chooseTopic({ slotId: slot.id, spaceId: space.id })}
                  >
                    {space.name}
                  </Button>
                ))}
              </div>
            ) : free.length === 0 ? null : (
              <p className={styles.label}>
                {t('freeCount', { count: free.length })} : {format.list(free.map(({ name }) => name))}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
