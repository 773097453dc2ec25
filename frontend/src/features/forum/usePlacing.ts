import { useState } from 'react'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { notify } from '@/ui/Toast'
import { at, boardOf, cellOf, type Cell, type Moving } from './board'
import { topicSessions, wallTopic, type Forum, type WallTopic } from './forum'
import { useSlotTime } from './useSlotTime'
import { wallWords } from './wallMessages'

const placeTopic = graphql(
  `
    mutation PlaceTopic($input: PlaceTopicInput!) {
      placeTopic(input: $input) {
        topic {
          ...WallTopic
          ...TopicSessions
        }
        warnings {
          code
          count
          topic {
            id
            title
          }
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

const repeatTopic = graphql(
  `
    mutation RepeatTopic($input: RepeatTopicInput!) {
      repeatTopic(input: $input) {
        topic {
          ...WallTopic
          ...TopicSessions
        }
        warnings {
          code
          count
          topic {
            id
            title
          }
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

const unplaceTopic = graphql(
  `
    mutation UnplaceTopic($input: UnplaceTopicInput!) {
      unplaceTopic(input: $input) {
        topic {
          ...WallTopic
          ...TopicSessions
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

type Warning = NonNullable<ResultOf<typeof placeTopic>['placeTopic']>['warnings'][number]

export interface Placing {
  /** What has been asked for and not answered yet; the board shows it where it is to be. */
  moving: Moving | undefined
  place: (topic: WallTopic, to: Cell) => Promise<void>
  repeat: (topic: WallTopic, to: Cell) => Promise<void>
  unplace: (topic: WallTopic) => Promise<void>
}

/** Puts topics on the board and takes them off; tells what speaks against a place, and how to undo it. */
export function usePlacing(forum: Forum): Placing {
  const t = useWords(wallWords)
  const slotTime = useSlotTime()
  const [place] = useAct(placeTopic)
  const [repeat] = useAct(repeatTopic)
  const [unplace] = useAct(unplaceTopic)
  const [moving, setMoving] = useState<Moving>()

  const said = ({ code, count, topic }: Warning) =>
    code === 'ROOM_TOO_SMALL'
      ? t('warningSmall', { count })
      : t('warningStarred', { count, title: topic?.title ?? '' })

  /** Says where a topic stands now; what speaks against it can be undone. */
  const tell = (topic: WallTopic, to: Cell, warnings: readonly Warning[], undo: () => void) => {
    const slot = forum.slots.find(({ id }) => id === to.slotId)
    const values = {
      title: topic.title,
      space: forum.spaces.find(({ id }) => id === to.spaceId)?.name ?? '',
      slot: slot === undefined ? '' : slotTime(slot),
    }
    if (warnings.length === 0) {
      notify({ tone: 'good', text: t('placedIn', values) })
      return
    }
    notify({
      tone: 'info',
      text: t('placedAnyway', { ...values, warnings: warnings.map(said).join(' ') }),
      action: { label: t('undo'), onPress: undo },
    })
  }

  const moveTo = async (topic: WallTopic, to: Cell): Promise<void> => {
    const before = cellOf(topic)
    const occurrenceId = before === null ? null : (topic.occurrence?.id ?? null)
    setMoving({ topicId: topic.id, sessionId: occurrenceId ?? undefined, to })
    const done = await place({ topicId: topic.id, ...to, occurrenceId }, { silent: true })
    setMoving(undefined)
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (!done.ok) return
    const stands = standing(done.data.placeTopic?.topic, to) ?? topic
    tell(topic, to, done.data.placeTopic?.warnings ?? [], () => {
      void (before === null ? takeOff(stands) : moveTo(stands, before))
    })
  }

  const addTo = async (topic: WallTopic, to: Cell): Promise<void> => {
    setMoving({ topicId: topic.id, sessionId: null, to })
    const done = await repeat({ topicId: topic.id, ...to }, { silent: true })
    setMoving(undefined)
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (!done.ok) return
    const stands = standing(done.data.repeatTopic?.topic, to) ?? topic
    tell(topic, to, done.data.repeatTopic?.warnings ?? [], () => void takeOff(stands))
  }

  const takeOff = async (topic: WallTopic): Promise<void> => {
    const occurrenceId = topic.occurrence?.id ?? null
    setMoving({ topicId: topic.id, sessionId: occurrenceId ?? undefined, to: null })
    const done = await unplace({ topicId: topic.id, occurrenceId }, { silent: true })
    setMoving(undefined)
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (!done.ok) return
    const isBack = !done.data.unplaceTopic?.topic?.occurrence
    notify({ tone: 'good', text: t(isBack ? 'unplaced' : 'unplacedOne', { title: topic.title }) })
  }

  return { moving, place: moveTo, repeat: addTo, unplace: takeOff }
}

/** A topic as it is in the session that stands in a cell. */
function standing(topic: WallTopic | null | undefined, cell: Cell): WallTopic | undefined {
  return topic ? at(boardOf([topic]), cell) : undefined
}
