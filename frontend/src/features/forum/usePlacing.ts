import { useState } from 'react'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { notify } from '@/ui/Toast'
import { cellOf, type Cell } from './board'
import { wallTopic, type Forum, type WallTopic } from './forum'
import { useSlotTime } from './useSlotTime'
import { wallWords } from './wallMessages'

const placeTopic = graphql(
  `
    mutation PlaceTopic($input: PlaceTopicInput!) {
      placeTopic(input: $input) {
        topic {
          ...WallTopic
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
  [wallTopic],
)

const unplaceTopic = graphql(
  `
    mutation UnplaceTopic($input: UnplaceTopicInput!) {
      unplaceTopic(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

type Warning = NonNullable<ResultOf<typeof placeTopic>['placeTopic']>['warnings'][number]

export interface Placing {
  /** What has been asked for and not answered yet; the board shows it where it is to be. */
  moving: { topicId: string; to: Cell | null } | undefined
  place: (topic: WallTopic, to: Cell) => Promise<void>
  unplace: (topic: WallTopic) => Promise<void>
}

/** Puts topics on the board and takes them off; tells what speaks against a place, and how to undo it. */
export function usePlacing(forum: Forum): Placing {
  const t = useWords(wallWords)
  const slotTime = useSlotTime()
  const [place] = useAct(placeTopic)
  const [unplace] = useAct(unplaceTopic)
  const [moving, setMoving] = useState<Placing['moving']>()

  const said = ({ code, count, topic }: Warning) =>
    code === 'ROOM_TOO_SMALL'
      ? t('warningSmall', { count })
      : t('warningStarred', { count, title: topic?.title ?? '' })

  const moveTo = async (topic: WallTopic, to: Cell): Promise<void> => {
    const before = cellOf(topic)
    setMoving({ topicId: topic.id, to })
    const done = await place({ topicId: topic.id, ...to }, { silent: true })
    setMoving(undefined)
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (!done.ok) return
    const slot = forum.slots.find(({ id }) => id === to.slotId)
    const values = {
      title: topic.title,
      space: forum.spaces.find(({ id }) => id === to.spaceId)?.name ?? '',
      slot: slot === undefined ? '' : slotTime(slot),
    }
    const warnings = done.data.placeTopic?.warnings ?? []
    notify({
      tone: warnings.length === 0 ? 'good' : 'info',
      text:
        warnings.length === 0
          ? t('placedIn', values)
          : t('placedAnyway', { ...values, warnings: warnings.map(said).join(' ') }),
      action:
        warnings.length === 0
          ? undefined
          : {
              label: t('undo'),
              onPress: () => void (before === null ? takeOff(topic) : moveTo(topic, before)),
            },
    })
  }

  const takeOff = async (topic: WallTopic): Promise<void> => {
    setMoving({ topicId: topic.id, to: null })
    const done = await unplace({ topicId: topic.id }, { silent: true })
    setMoving(undefined)
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (done.ok) notify({ tone: 'good', text: t('unplaced', { title: topic.title }) })
  }

  return { moving, place: moveTo, unplace: takeOff }
}
