import { useState } from 'react'
import { EventList } from '@/features/journal/components/EventList'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Section } from '@/ui/Section'
import type { TopicEvents } from '../topic'
import { topicWords } from '../topicMessages'

/** Facts that the page already tells as figures: eighty stars would hide the harvest. */
const counted: ReadonlySet<string> = new Set([
  'TOPIC_STARRED',
  'TOPIC_UNSTARRED',
  'TOPIC_CHECKED_IN',
  'TOPIC_CHECKED_OUT',
  'DOTS_CAST',
])

const few = 5

/** What has happened to a topic, the latest first. */
export function TopicJournal({ topicId, events: all }: { topicId: string; events: TopicEvents }) {
  const t = useWords(topicWords)
  const [isAll, setAll] = useState(false)
  const events = all.filter(({ verb }) => !counted.has(verb))
  if (events.length === 0) return null
  const folds = events.length > few && !isAll
  return (
    <Section title={t('journal')}>
      <EventList label={t('journal')} events={folds ? events.slice(0, few) : events} about={topicId} />
      {folds ? (
        <div>
          <Button size="s" onPress={() => setAll(true)}>
            {t('journalMore')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
