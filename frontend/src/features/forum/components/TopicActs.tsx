import { CornerUpLeft, Hand } from 'lucide-react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { notify } from '@/ui/Toast'
import { cellOf } from '../board'
import { wallTopic, type WallTopic } from '../forum'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'

const pitchTopic = graphql(
  `
    mutation PitchTopic($input: PitchTopicInput!) {
      pitchTopic(input: $input) {
        topic {
          ...WallTopic
        }
        forum {
          id
          spotlight {
            id
          }
        }
      }
    }
  `,
  [wallTopic],
)

const takeTopic = graphql(
  `
    mutation TakeTopic($input: TakeTopicInput!) {
      takeTopic(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

/** What the reader may do with a topic that waits: have it pitched, place it, or convene it. */
export function TopicActs({ topic }: { topic: WallTopic }) {
  const t = useWords(wallWords)
  const { forum, personId, choosePlace } = useWall()
  const { title } = topic
  const isPlaced = cellOf(topic) !== null
  const isMine = topic.convener?.id === personId
  const waitsForFacilitator =
    isMine && !topic.viewerCanPlace && !forum.convenersPlace && forum.phase === 'MARKETPLACE' && !isPlaced
  return (
    <>
      {topic.viewerCanPlace ? (
        <Button
          size="s"
          variant={isPlaced ? 'quiet' : 'secondary'}
          aria-label={t(isPlaced ? 'moveTopic' : 'placeTopic', { title })}
          onPress={() => choosePlace(topic)}
        >
          {t(isPlaced ? 'move' : 'place')}
        </Button>
      ) : null}
      <PitchButton topic={topic} />
      <TakeButton topic={topic} />
      {waitsForFacilitator ? (
        <Button size="s" reason={t('facilitatorPlaces')}>
          {t('place')}
        </Button>
      ) : null}
    </>
  )
}

type Offered = Pick<WallTopic, 'id' | 'title' | 'viewerCanPitch' | 'viewerCanTake'>

/** For whoever facilitates: this topic has been presented to the room. */
export function PitchButton({
  topic,
  size = 's',
  word,
}: {
  topic: Offered
  size?: 's' | 'm'
  /** Where it does more than mark the topic: what it does. */
  word?: string
}) {
  const t = useWords(wallWords)
  const [pitch, { isPending }] = useAct(pitchTopic)
  if (!topic.viewerCanPitch) return null
  return (
    <Button
      size={size}
      variant={word === undefined ? 'quiet' : 'primary'}
      aria-label={word === undefined ? t('pitchTopic', { title: topic.title }) : undefined}
      isPending={isPending}
      onPress={() => void pitch({ topicId: topic.id })}
    >
      {word ?? t('pitched')}
    </Button>
  )
}

/** Becomes the convener of a topic that has none. */
export function TakeButton({ topic, size = 's' }: { topic: Offered; size?: 's' | 'm' }) {
  const t = useWords(wallWords)
  const [take, { isPending }] = useAct(takeTopic)
  const { title } = topic
  if (!topic.viewerCanTake) return null
  return (
    <Button
      size={size}
      icon={<Hand aria-hidden="true" />}
      aria-label={t('takeTopic', { title })}
      isPending={isPending}
      onPress={async () => {
        if ((await take({ topicId: topic.id })).ok) notify({ tone: 'good', text: t('taken', { title }) })
      }}
    >
      {t('take')}
    </Button>
  )
}

/** Whether the reader may take a placed topic off the board, in the session it is seen in. */
export function canUnplace(topic: WallTopic): boolean {
  return topic.viewerCanUnplace && topic.occurrence?.state === 'PLANNED'
}

/** Takes a placed topic off the board. */
export function UnplaceButton({ topic, onPress }: { topic: WallTopic; onPress: () => void }) {
  const t = useWords(wallWords)
  return canUnplace(topic) ? (
    <Button variant="quiet" icon={<CornerUpLeft aria-hidden="true" />} onPress={onPress}>
      {t('unplace')}
    </Button>
  ) : null
}
