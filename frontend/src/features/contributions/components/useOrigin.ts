import { useQuery } from 'urql'
import { graphql, type ResultOf } from '@/app/graphql'

const originQuery = graphql(`
  query OriginContribution($id: ID!) {
    contribution(id: $id) {
      id
      title
      context
      done
      themes {
        id
      }
    }
  }
`)

export type Origin = NonNullable<ResultOf<typeof originQuery>['contribution']>

/**
 * The contribution that something new comes from: undefined while it is being read, null when there is none or it may not be
 * seen.
 */
export function useOrigin(id: string | undefined): Origin | null | undefined {
  const isAsked = id !== undefined && id !== ''
  const [{ data, error }] = useQuery({ query: originQuery, variables: { id: id ?? '' }, pause: !isAsked })
  if (!isAsked || error !== undefined) return null
  return data === undefined ? undefined : data.contribution
}

/** What a form of something new begins with: the words of where it comes from. */
export function wordsOf(origin: Pick<Origin, 'context' | 'done'> | null): string {
  return [origin?.context, origin?.done].filter(Boolean).join('\n\n')
}
