import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import type { FilterField } from '@/ui/FilterBar'
import type { Option } from '@/ui/option'
import { jobs, useJob } from './components/job'
import { useThemeLabel } from './components/useThemeLabel'
import { peopleWords } from './messages'

const filtersQuery = graphql(`
  query PeopleFilters($centre: ID!, $withCentre: Boolean!) {
    themes {
      id
      labelFr
      labelEn
    }
    centres(first: 100) {
      nodes {
        id
        shortName
      }
    }
    centre(id: $centre) @include(if: $withCentre) {
      id
      shortName
    }
  }
`)

/** What narrows the directory, named as in the address. `centre` is the one chosen, which may be beyond the first hundred. */
export function usePeopleFilters(centre: string): FilterField[] {
  const t = useWords(peopleWords)
  const job = useJob()
  const themeLabel = useThemeLabel()
  const viewer = useViewer()
  const [{ data }] = useQuery({ query: filtersQuery, variables: { centre, withCentre: centre !== '' } })
  const centres: Option[] = (data?.centres.nodes ?? []).map(({ id, shortName }) => ({ id, label: shortName }))
  const chosen = data?.centre
  if (chosen && !centres.some(({ id }) => id === chosen.id))
    centres.push({ id: chosen.id, label: chosen.shortName })
  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: t('search') },
    { kind: 'select', name: 'centre', label: t('centre'), options: centres, any: t('anyCentre') },
    {
      kind: 'multi',
      name: 'metier',
      label: t('job'),
      options: jobs.filter((id) => id !== 'GUEST').map((id) => ({ id, label: job(id) })),
    },
    {
      kind: 'select',
      name: 'theme',
      label: t('theme'),
      options: (data?.themes ?? []).map((theme) => ({ id: theme.id, label: themeLabel(theme) })),
      any: t('anyTheme'),
    },
  ]
  if (viewer.viewerCanAdminister) fields.push({ kind: 'toggle', name: 'anciens', label: t('former') })
  return fields
}
