import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'

const carriersQuery = graphql(`
  query ForumCarriers($forumId: ID!) {
    topics(filter: { forumId: $forumId, states: [HELD, HARVESTED] }, first: 100) {
      nodes {
        id
        harvest {
          id
          carriers {
            id
            name
          }
        }
      }
    }
  }
`)

export type Carrier = { id: string; name: string }

/** Who carries on from each topic, read where harvests are shown and not with the wall. */
export function useCarriers(forumId: string): ReadonlyMap<string, readonly Carrier[]> {
  const [{ data }] = useQuery({ query: carriersQuery, variables: { forumId } })
  return useMemo(
    () => new Map((data?.topics.nodes ?? []).map(({ id, harvest }) => [id, harvest?.carriers ?? []])),
    [data],
  )
}
