import { useWords } from '@/i18n/useWords'
import { useFormat } from '@/i18n/useFormat'
import { EmptyState } from '@/ui/EmptyState'
import { Section } from '@/ui/Section'
import { at, programmeOf } from '../board'
import { useSlotTime } from '../useSlotTime'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import styles from './Programme.module.css'
import { SessionCard } from './SessionCard'
import { TopicPile } from './TopicQueue'

/** What the reader convenes or starred, slot by slot. */
export function Programme() {
  const t = useWords(wallWords)
  const format = useFormat()
  const slotTime = useSlotTime()
  const { forum, board, personId } = useWall()
  const { slots, unplaced } = programmeOf(forum.slots, forum.spaces, forum.topics, personId)
  if (unplaced.length === 0 && slots.every(({ sessions }) => sessions.length === 0)) {
    return (
      <EmptyState title={t('programmeEmpty')}>
        <p>{t('programmeEmptyText')}</p>
      </EmptyState>
    )
  }
  return (
    <div className={styles.programme}>
      <p className={styles.lead}>{t('programmeLead')}</p>
      {slots.map(({ slot, sessions }) => {
        const others = forum.spaces
          .map((space) => at(board, { slotId: slot.id, spaceId: space.id }))
          .filter((topic) => topic !== undefined)
        return (
          <Section key={slot.id} title={slotTime(slot)} count={slot.label}>
            {sessions.length > 1 ? <p className={styles.clash}>{t('programmeClash')}</p> : null}
            {sessions.length === 0 ? (
              <p className={styles.free}>
                {others.length === 0
                  ? t('freeCount', { count: forum.spaces.length })
                  : t('programmeFree', {
                      free: format.list(
                        others.map(({ title }) => t('quoted', { title })),
                        'disjunction',
                      ),
                    })}
              </p>
            ) : (
              <ul className={styles.sessions}>
                {sessions.map(({ topic, space }) => (
                  <li key={topic.id}>
                    <p className={styles.space}>{space?.name}</p>
                    <SessionCard topic={topic} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )
      })}
      <TopicPile title={t('programmeUnplaced')} topics={unplaced} isParked />
    </div>
  )
}
