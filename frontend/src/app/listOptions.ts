import { useQuery } from 'urql'
import type { Option } from '@/ui/option'
import { graphql } from './graphql'
import { useThemeLabel } from './themes'

const optionsQuery = graphql(`
  query ListOptions($centre: ID!, $withCentre: Boolean!, $centres: Boolean!, $gatherings: Boolean!) {
    themes {
      id
      labelFr
      labelEn
    }
    centres(first: 100) @include(if: $centres) {
      nodes {
        id
        shortName
      }
    }
    gatherings(first: 50) @include(if: $gatherings) {
      nodes {
        id
        name
      }
    }
    centre(id: $centre) @include(if: $withCentre) {
      id
      shortName
    }
  }
`)

export interface Asked {
  /** Centres are asked for, too; the one chosen, if any, may be beyond the first hundred. */
  centre?: string
  gatherings?: boolean
}

/** What lists are narrowed by: themes, and where they are asked for centres and gatherings. */
export function useListOptions({ centre, gatherings = false }: Asked) {
  const label = useThemeLabel()
  const [{ data }] = useQuery({
    query: optionsQuery,
    variables: {
      centre: centre ?? '',
      withCentre: centre !== undefined && centre !== '',
      centres: centre !== undefined,
      gatherings,
    },
  })
  const centres: Option[] = (data?.centres?.nodes ?? []).map(({ id, shortName }) => ({
    id,
    label: shortName,
  }))
  const chosen = data?.centre
  if (chosen && !centres.some(({ id }) => id === chosen.id))
    centres.push({ id: chosen.id, label: chosen.shortName })
  return {
    themes: (data?.themes ?? []).map((theme): Option => ({ id: theme.id, label: label(theme) })),
    centres,
    gatherings: (data?.gatherings?.nodes ?? []).map(({ id, name }): Option => ({ id, label: name })),
  }
}
