import { Check, CloudOff, DoorOpen, LogIn, LogOut, NotebookPen, Square } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { Pill } from '@/ui/Pill'
import { notify } from '@/ui/Toast'
import { topicSessions, wallTopic, type WallTopic } from '../forum'
import { sessionWords } from '../sessionMessages'
import { usePresence } from '../usePresence'

const startTopic = graphql(
  `
    mutation StartTopic($input: StartTopicInput!) {
      startTopic(input: $input) {
        topic {
          ...WallTopic
          ...TopicSessions
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

const holdTopic = graphql(
  `
    mutation HoldTopic($input: HoldTopicInput!) {
      holdTopic(input: $input) {
        topic {
          ...WallTopic
          ...TopicSessions
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

/** One press says that one is here; whoever was in another room of the same slot has then left it. */
export function CheckInButton({ topic, size }: { topic: WallTopic; size: 's' | 'm' }) {
  const t = useWords(sessionWords)
  const { enter } = usePresence(topic)
  const isOver = topic.occurrence?.state === 'ENDED'
  return (
    <Button
      size={size}
      variant={topic.state === 'RUNNING' ? 'primary' : 'secondary'}
      icon={<LogIn aria-hidden="true" />}
      aria-label={t(isOver ? 'checkInThenTopic' : 'checkInTopic', { title: topic.title })}
      onPress={() => void enter()}
    >
      {t(isOver ? 'checkInThen' : 'checkIn')}
    </Button>
  )
}

export interface SessionActsProps {
  topic: WallTopic
  /** On the topic's own page the harvest is further down, and needs no link. */
  isOwnPage?: boolean
}

/** What can be done about a session: say one is there, open it, end it, write what it gave. */
export function SessionActs({ topic, isOwnPage = false }: SessionActsProps) {
  const t = useWords(sessionWords)
  const [start, starting] = useAct(startTopic)
  const [hold, holding] = useAct(holdTopic)
  const { isIn, isHeldBack, willWrite, leave } = usePresence(topic)
  const { id: topicId, title, occurrence } = topic
  const size = isOwnPage ? 'm' : 's'
  const occurrenceId = occurrence?.id ?? null
  return (
    <>
      {isHeldBack ? (
        <Pill icon={<CloudOff aria-hidden="true" />}>
          {t(isIn ? 'checkedInWaiting' : 'checkedOutWaiting')}
        </Pill>
      ) : isIn ? (
        <Pill tone="good" icon={<Check aria-hidden="true" />}>
          {t(occurrence?.state === 'ENDED' ? 'checkedInThen' : 'checkedIn')}
        </Pill>
      ) : null}
      {isIn && topic.viewerCanCheckOut ? (
        <Button
          size={size}
          variant="quiet"
          icon={<LogOut aria-hidden="true" />}
          aria-label={t('checkOutTopic', { title })}
          onPress={() => void leave()}
        >
          {t('checkOut')}
        </Button>
      ) : null}
      {!isIn && topic.viewerCanCheckIn ? <CheckInButton topic={topic} size={size} /> : null}
      {topic.viewerCanStart ? (
        <Button
          size={size}
          icon={<DoorOpen aria-hidden="true" />}
          aria-label={t('startTopic', { title })}
          isPending={starting.isPending}
          onPress={() => void start({ topicId, occurrenceId })}
        >
          {t('start')}
        </Button>
      ) : null}
      {topic.viewerCanHold ? (
        <Button
          size={size}
          icon={<Square aria-hidden="true" />}
          aria-label={t('holdTopic', { title })}
          isPending={holding.isPending}
          onPress={async () => {
            if ((await hold({ topicId })).ok) notify({ tone: 'good', text: t('held', { title }) })
          }}
        >
          {t('hold')}
        </Button>
      ) : null}
      {isOwnPage ? null : (topic.viewerCanWriteHarvest || willWrite) && topic.state !== 'HARVESTED' ? (
        <LinkButton
          size="s"
          variant={topic.state === 'HELD' ? 'signal' : 'secondary'}
          icon={<NotebookPen aria-hidden="true" />}
          href={addresses.topic(topicId)}
        >
          {t('harvest')}
        </LinkButton>
      ) : topic.harvest !== null ? (
        <LinkButton size="s" variant="quiet" href={addresses.topic(topicId)}>
          {t('readHarvest')}
        </LinkButton>
      ) : null}
    </>
  )
}
