import { useCallback, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { graphql, readFragment, type ResultOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { eventLine } from '@/features/journal/components/EventLine'
import { updateCard } from './components/UpdateCard'
import {
  extend,
  freshen,
  frontier,
  showAll,
  shown,
  type StreamItem,
  type StreamPage,
  type StreamState,
} from './stream'

const streamQuery = graphql(
  `
    query GroupStream(
      $id: ID!
      $first: Int!
      $updatesAfter: String
      $eventsAfter: String
      $withUpdates: Boolean!
      $withEvents: Boolean!
    ) {
      workingGroup(id: $id) {
        id
        updates(first: $first, after: $updatesAfter) @include(if: $withUpdates) {
          nodes {
            id
            createdAt
            author {
              id
            }
            ...UpdateCard
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        events(first: $first, after: $eventsAfter) @include(if: $withEvents) {
          nodes {
            id
            at
            verb
            actor {
              id
            }
            ...EventLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [updateCard, eventLine],
)

type Answer = NonNullable<ResultOf<typeof streamQuery>['workingGroup']>

const page = 20

/** These facts are the updates themselves, which are shown whole. */
const told = new Set(['UPDATE_POSTED', 'UPDATE_CORRECTED'])

function pageOf({ updates, events }: Answer, me: string): StreamPage {
  return {
    updates: updates && {
      items: updates.nodes.map((update): StreamItem => ({
        kind: 'update',
        key: `update:${update.id}`,
        at: update.createdAt,
        isMine: update.author.id === me,
        update,
      })),
      cursor: updates.pageInfo.endCursor,
      hasMore: updates.pageInfo.hasNextPage,
    },
    events: events && {
      items: events.nodes.map((event): StreamItem => ({
        kind: 'event',
        key: `event:${event.id}`,
        at: event.at,
        isMine: event.actor?.id === me || told.has(event.verb),
        event,
      })),
      cursor: events.pageInfo.endCursor,
      hasMore: events.pageInfo.hasNextPage,
    },
  }
}

const isShown = (item: StreamItem) =>
  item.kind === 'update' || !told.has(readFragment(eventLine, item.event).verb)

/**
 * A group's updates and the facts of its journal in one stream, the newest first. What others add while one reads waits until
 * it is asked for; what the reader adds is there at once.
 */
export function useGroupStream(groupId: string) {
  const client = useClient()
  const me = useViewer().staffMember.id
  const [result, ask] = useQuery({
    query: streamQuery,
    variables: { id: groupId, first: page, withUpdates: true, withEvents: true },
  })
  const [state, setState] = useState<StreamState | null>(null)
  const [taken, setTaken] = useState<unknown>()
  const [isLoading, setLoading] = useState(false)

  const group = result.data?.workingGroup
  if (group && group !== taken) {
    const { updates, events } = pageOf(group, me)
    setTaken(group)
    if (updates !== undefined && events !== undefined) setState(freshen(state, { updates, events }))
  }

  const more = useCallback(async () => {
    if (state === null) return
    const edge = frontier(state)
    const { updates, events } = state
    setLoading(true)
    try {
      const { data } = await client
        .query(streamQuery, {
          id: groupId,
          first: page,
          updatesAfter: updates.cursor,
          eventsAfter: events.cursor,
          withUpdates: updates.hasMore && updates.oldest >= edge,
          withEvents: events.hasMore && events.oldest >= edge,
        })
        .toPromise()
      const older = data?.workingGroup
      if (older) setState((now) => (now === null ? now : extend(now, pageOf(older, me))))
    } finally {
      setLoading(false)
    }
  }, [client, groupId, me, state])

  const seen = state === null ? undefined : shown(state)
  return {
    result,
    stream: seen && { ...seen, items: seen.items.filter(isShown) },
    isLoading,
    more,
    again: useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]),
    show: useCallback(() => setState((now) => (now === null ? now : showAll(now))), []),
  }
}
