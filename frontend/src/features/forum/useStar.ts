import { graphql } from '@/app/graphql'
import { useToggle, type Toggle } from '@/app/toggle'
import { useWords } from '@/i18n/useWords'
import { wallWords } from './wallMessages'

const starTopic = graphql(`
  mutation StarTopic($input: StarTopicInput!) {
    starTopic(input: $input) {
      topic {
        id
        starCount
        viewerStarred
      }
    }
  }
`)

const unstarTopic = graphql(`
  mutation UnstarTopic($input: UnstarTopicInput!) {
    unstarTopic(input: $input) {
      topic {
        id
        starCount
        viewerStarred
      }
    }
  }
`)

export interface Starred {
  id: string
  title: string
  starCount: number
  viewerStarred: boolean
}

/** The reader's star on a topic, and how many it has with it. */
export function useStar(topic: Starred): Toggle {
  const t = useWords(wallWords)
  return useToggle({
    about: `star:${topic.id}`,
    isOn: topic.viewerStarred,
    count: topic.starCount,
    label: (isStarred) => t(isStarred ? 'outboxStar' : 'outboxUnstar', { title: topic.title }),
    on: starTopic,
    off: unstarTopic,
    input: { topicId: topic.id },
  })
}
