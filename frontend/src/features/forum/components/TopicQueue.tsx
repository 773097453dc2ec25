import { useId } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import type { Wall } from '../board'
import type { WallTopic } from '../forum'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { canUnplace } from './TopicActs'
import { TopicCard } from './TopicCard'
import styles from './TopicQueue.module.css'

/** What waits for its place: to be pitched first, then pitched and to be placed. A topic dragged here leaves the board. */
export function TopicQueue({ wall, empty }: { wall: Wall; empty?: string }) {
  const t = useWords(wallWords)
  const { dragged, drag, unplace, isFound } = useWall()
  const canDrop = dragged !== undefined && canUnplace(dragged)
  const toPitch = wall.toPitch.filter(isFound)
  const toPlace = wall.toPlace.filter(isFound)
  const isEmpty = wall.toPitch.length + wall.toPlace.length === 0
  return (
    <div
      className={styles.queue}
      data-drop={canDrop || undefined}
      onDragOver={(event) => {
        if (canDrop) event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        if (canDrop) unplace(dragged)
        drag(undefined)
      }}
    >
      {isEmpty ? (
        <EmptyState title={t('nothingToPlace')}>
          <p>{empty ?? t('nothingToPlaceText')}</p>
        </EmptyState>
      ) : null}
      <TopicPile title={t('toPitch')} topics={toPitch} />
      <TopicPile title={t('toPlace')} topics={toPlace} />
      <Parking wall={wall} />
    </div>
  )
}

/** Topics that nobody carries yet or that wait for another gathering; and those that were withdrawn, to be read. */
function Parking({ wall }: { wall: Wall }) {
  const t = useWords(wallWords)
  const { isFound } = useWall()
  const unconvened = wall.unconvened.filter(isFound)
  const postponed = wall.postponed.filter(isFound)
  const off = wall.off.filter(isFound)
  return (
    <>
      <TopicPile title={`${t('parking')} · ${t('unconvened')}`} topics={unconvened} isParked />
      <TopicPile title={`${t('parking')} · ${t('postponed')}`} topics={postponed} isParked />
      <TopicPile title={t('off')} topics={off} isParked />
    </>
  )
}

export function TopicPile({
  title,
  topics,
  isParked = false,
}: {
  title: string
  topics: readonly WallTopic[]
  isParked?: boolean
}) {
  const id = useId()
  const format = useFormat()
  if (topics.length === 0) return null
  return (
    <section aria-labelledby={id} className={`${styles.pile} ${isParked ? styles.parked : ''}`}>
      <h2 id={id} className={styles.title}>
        {title} <span className={styles.count}>{format.number(topics.length)}</span>
      </h2>
      <ul className={styles.list}>
        {topics.map((topic) => (
          <TopicCard key={topic.id} topic={topic} />
        ))}
      </ul>
    </section>
  )
}
