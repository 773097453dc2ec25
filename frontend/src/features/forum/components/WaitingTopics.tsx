import { CloudOff } from 'lucide-react'
import { useIsHeldBack, useOutbox } from '@/app/outbox'
import { useWords } from '@/i18n/useWords'
import { Card, CardMeta } from '@/ui/Card'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { wallWords } from '../wallMessages'
import styles from './ForumViews.module.css'

/** Topics proposed without a network: they are there, and they say that they have not left yet. */
export function WaitingTopics({ forumId }: { forumId: string }) {
  const t = useWords(wallWords)
  const { waiting } = useOutbox()
  const topics = waiting.filter(({ within, input }) => within === forumId && typeof input.title === 'string')
  const isHeldBack = useIsHeldBack()
  if (topics.length === 0 || !isHeldBack) return null
  return (
    <ul className={styles.cards} aria-label={t('waitingTopics')}>
      {topics.map((write) => (
        <Card key={write.order} as="li" tone="sunken">
          <CardMeta>
            <Pill icon={<CloudOff aria-hidden="true" />}>{t('waitingTopic')}</Pill>
            <RelativeTime at={new Date(write.at).toISOString()} />
          </CardMeta>
          <strong>{String(write.input.title)}</strong>
        </Card>
      ))}
    </ul>
  )
}
