import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import type { Option } from '@/ui/option'

const centresQuery = graphql(`
  query CentreOptions($search: String) {
    centres(filter: { search: $search }, first: 100) {
      nodes {
        id
        name
        shortName
        city
      }
      totalCount
    }
  }
`)

const centreQuery = graphql(`
  query CentreOption($id: ID!) {
    centre(id: $id) {
      id
      shortName
    }
  }
`)

/** The centres of the network by their short names, the first hundred; `search` finds the others. */
export function useCentres(search = ''): { options: Option[]; isLoading: boolean } {
  const [{ data, fetching }] = useQuery({
    query: centresQuery,
    variables: { search: search.trim().length < 2 ? null : search.trim() },
    requestPolicy: 'cache-first',
  })
  const options = useMemo(
    () =>
      (data?.centres.nodes ?? []).map(({ id, name, shortName, city }) => ({
        id,
        label: shortName,
        note: name === shortName ? city : `${name}, ${city}`,
      })),
    [data],
  )
  return { options, isLoading: fetching }
}

/** The same for a filter: with the centres that the address names, also when they are not among the first. */
export function useCentreFilter(...named: (string | undefined)[]): Option[] {
  const { options } = useCentres()
  const missing = named.find((id) => id && options.length > 0 && !options.some((option) => option.id === id))
  const [{ data }] = useQuery({
    query: centreQuery,
    variables: { id: missing ?? '' },
    pause: missing === undefined,
    requestPolicy: 'cache-first',
  })
  const plain = useMemo(() => options.map(({ id, label }) => ({ id, label })), [options])
  const extra = data?.centre
  return missing === undefined || !extra || extra.id !== missing
    ? plain
    : [...plain, { id: extra.id, label: extra.shortName }]
}

/** The short names of chosen centres; what is not known yet is an empty name. */
export function useCentreNames(ids: readonly string[]): (id: string | null) => string {
  const options = useCentreFilter(...ids)
  return (id) => options.find((option) => option.id === id)?.label ?? ''
}
