import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '@/app/graphql'
import type { Cell, Conflict } from './board'
import type { WallTopic } from './forum'

const cellsQuery = graphql(`
  query BoardCells($topicId: ID!, $occurrenceId: ID) {
    boardCells(topicId: $topicId, occurrenceId: $occurrenceId) {
      slotId
      spaceId
      notes {
        code
        count
        topicId
      }
    }
  }
`)

type Note = NonNullable<ResultOf<typeof cellsQuery>['boardCells']>[number]['notes'][number]

/** How many topics that the same people starred are told of in one cell. */
const most = 2

/**
 * What the server knows against each cell and this device does not: how many people have starred both. `moves` is the session
 * that would leave its cell; without it the topic gets one more.
 */
export function useCellNotes(
  topicId: string,
  moves: string | null,
  topics: readonly WallTopic[],
): (cell: Cell, known: readonly Conflict[]) => Conflict[] {
  const [{ data }] = useQuery({
    query: cellsQuery,
    variables: { topicId, occurrenceId: moves },
    requestPolicy: 'cache-and-network',
  })
  return useMemo(() => {
    const byId = new Map(topics.map((topic) => [topic.id, topic]))
    const told = new Map(
      (data?.boardCells ?? []).map(({ slotId, spaceId, notes }) => [`${slotId} ${spaceId}`, notes]),
    )
    return ({ slotId, spaceId }, known) => {
      const together = (told.get(`${slotId} ${spaceId}`) ?? [])
        .filter(({ code }) => code === 'STARRED_TOGETHER')
        .slice(0, most)
        .flatMap(({ count, topicId: other }: Note): Conflict[] => {
          const by = byId.get(other ?? '')
          return by === undefined ? [] : [{ kind: 'together', count, by }]
        })
      return [...known, ...together]
    }
  }, [data, topics])
}
