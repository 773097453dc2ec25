import { getRouteApi } from '@tanstack/react-router'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { sessionWords } from '../sessionMessages'
import type { Topic } from '../topic'
import { usePresence } from '../usePresence'
import { CheckInButton } from './SessionActs'

const route = getRouteApi('/shell/sujets/$topicId')

/** For whoever has scanned the code on the door: one press says that they are in. */
export function AtTheDoor({ topic }: { topic: Topic }) {
  const t = useWords(sessionWords)
  const { ici } = route.useSearch()
  const { isIn } = usePresence(topic)
  const { occurrence } = topic
  if (ici !== true || isIn || occurrence === null || !topic.viewerCanCheckIn) return null
  return (
    <Banner
      tone="signal"
      title={t('doorTitle', { space: occurrence.space.name })}
      actions={<CheckInButton topic={topic} size="m" />}
    >
      {t('doorText')}
    </Banner>
  )
}
