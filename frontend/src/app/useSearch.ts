import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from './graphql'

const searchQuery = graphql(`
  query Search($term: String!) {
    search(term: $term, first: 12) {
      kind
      id
      title
      context
    }
  }
`)

export type SearchHit = ResultOf<typeof searchQuery>['search'][number]

/** What the server takes for a term. */
const shortest = 2
const longest = 100
const pause = 180

export interface Found {
  /** Hits of one kind together; the kind of the best hit first. */
  groups: { kind: SearchHit['kind']; hits: SearchHit[] }[]
  isSearching: boolean
}

/** Finds what is typed over the whole network; it asks after a pause, so that one word is one question. */
export function useSearch(typed: string): Found {
  const wanted = typed.trim().slice(0, longest)
  const [term, setTerm] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setTerm(wanted), pause)
    return () => clearTimeout(timer)
  }, [wanted])
  const isLong = wanted.length >= shortest
  const [{ data, fetching }] = useQuery({
    query: searchQuery,
    variables: { term },
    pause: term.length < shortest,
  })
  const isCurrent = isLong && term === wanted
  return {
    groups: isCurrent && !fetching && data !== undefined ? grouped(data.search) : [],
    isSearching: isLong && (fetching || !isCurrent),
  }
}

/** Keeps the order of the best hit of each kind. */
export function grouped(hits: readonly SearchHit[]): Found['groups'] {
  const groups = new Map<SearchHit['kind'], SearchHit[]>()
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit])
  return [...groups].map(([kind, found]) => ({ kind, hits: found }))
}
