import { useWords } from '@/i18n/useWords'
import { useFormat } from '@/i18n/useFormat'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { momentOf } from '../board'
import type { WallTopic } from '../forum'
import { sessionWords } from '../sessionMessages'
import { useNow } from '../useNow'
import { useWall } from '../wall'
import styles from './Sessions.module.css'
import { SessionRow } from './SessionRow'

/** The day as it goes: what is on, what comes next, what is over and whether it has been harvested. */
export function Sessions() {
  const t = useWords(sessionWords)
  const { forum, isFound } = useWall()
  const now = useNow()
  const moment = momentOf(forum.topics.filter(isFound), forum.slots, now)
  const isQuiet = moment.running.length + moment.waiting.length === 0
  const isEmpty = isQuiet && moment.next.length + moment.later.length + moment.over.length === 0
  return (
    <Stack>
      {isEmpty ? (
        <EmptyState title={t('nothingNow')}>
          <p>{t('nothingNowText')}</p>
        </EmptyState>
      ) : isQuiet ? (
        <p className={styles.quiet}>{t('nothingNow')}.</p>
      ) : null}
      <Part title={t('running')} topics={moment.running} />
      <Part title={t('waiting')} topics={moment.waiting} />
      <Part title={t('next')} topics={moment.next} />
      <Part title={t('later')} topics={moment.later} isFar />
      <Part title={t('over')} topics={moment.over} />
    </Stack>
  )
}

function Part({
  title,
  topics,
  isFar = false,
}: {
  title: string
  topics: readonly WallTopic[]
  isFar?: boolean
}) {
  const format = useFormat()
  if (topics.length === 0) return null
  return (
    <Section title={title} count={format.number(topics.length)}>
      <ul className={styles.list}>
        {topics.map((topic) => (
          <SessionRow key={topic.occurrence?.id ?? topic.id} topic={topic} isFar={isFar} />
        ))}
      </ul>
    </Section>
  )
}
