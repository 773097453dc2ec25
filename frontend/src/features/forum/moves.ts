import type { Client } from '@urql/core'
import type { LiveFact } from '@/app/live'
import { graphql } from '@/app/graphql'
import { forumQuery, topicSessions, wallTopic } from './forum'

/** What others' acts have changed on the wall: how many people each topic has, and the topics that have moved. */
const forumMoves = graphql(
  `
    query ForumMoves($id: ID!, $moved: [ID!]!, $hasMoved: Boolean!) {
      forum(id: $id) {
        id
        topics {
          id
          starCount
          sessions {
            id
            participantCount
            hereCount
          }
        }
        moved: topics(ids: $moved) @include(if: $hasMoved) {
          ...WallTopic
          ...TopicSessions
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

/** What changes numbers only, when others do it. */
const counting = new Set(['TOPIC_STARRED', 'TOPIC_UNSTARRED', 'TOPIC_CHECKED_IN', 'TOPIC_CHECKED_OUT'])
/** What changes one topic and nothing beside it. */
const moving = new Set(['TOPIC_PLACED', 'TOPIC_REPEATED', 'TOPIC_UNPLACED', 'TOPIC_STARTED', 'TOPIC_HELD'])
/** More topics than this are read with the whole wall. */
const fewTopics = 12
/**
 * The whole wall is read again after five readings to fifteen, whatever has happened. Readings are counted, and not time: the first
 * fact after a lull would otherwise have the whole room read it at once.
 */
const wholeAfter = () => 5 + Math.floor(Math.random() * 11)

/** The topics to be read anew, besides the numbers of all of them; undefined when the whole wall must be read. */
export function movedTopics(facts: readonly LiveFact[], viewerId: string): string[] | undefined {
  const moved = new Set<string>()
  for (const { verb, topicId, actorId } of facts) {
    if (counting.has(verb) && actorId !== viewerId) continue
    // What the reader did on another device changes what they may do next.
    if ((!moving.has(verb) && !counting.has(verb)) || topicId === null) return undefined
    moved.add(topicId)
  }
  return facts.length === 0 || moved.size > fewTopics ? undefined : [...moved]
}

/**
 * Reads what has happened on a wall: a tenth of what the whole takes, of the server and of the network, when it was numbers and a
 * few topics. A room of three hundred does so every two seconds.
 */
export class WallReader {
  private untilWhole = wholeAfter()

  constructor(
    private readonly client: Client,
    private readonly forumId: string,
  ) {}

  async read(facts: readonly LiveFact[], viewerId: string): Promise<void> {
    const moved = this.untilWhole-- > 0 ? movedTopics(facts, viewerId) : undefined
    if (moved !== undefined) {
      const { error } = await this.client
        .query(
          forumMoves,
          { id: this.forumId, moved, hasMoved: moved.length > 0 },
          { requestPolicy: 'network-only' },
        )
        .toPromise()
      if (error === undefined) return
    }
    this.untilWhole = wholeAfter()
    await this.client.query(forumQuery, { id: this.forumId }, { requestPolicy: 'network-only' }).toPromise()
  }
}
