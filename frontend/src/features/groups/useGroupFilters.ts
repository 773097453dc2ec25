import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { statesOf, useStates } from '@/app/states'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import type { FilterField } from '@/ui/FilterBar'
import type { Option } from '@/ui/option'
import { groupWords } from './messages'

const filtersQuery = graphql(`
  query GroupFilters($centre: ID!, $withCentre: Boolean!) {
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
    gatherings(first: 20) {
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

/** What narrows the list of groups, named as in the address. */
export function useGroupFilters(centre: string): FilterField[] {
  const t = useWords(groupWords)
  const say = useStates()
  const { language } = useLanguage()
  const [{ data }] = useQuery({ query: filtersQuery, variables: { centre, withCentre: centre !== '' } })
  const centres: Option[] = (data?.centres.nodes ?? []).map(({ id, shortName }) => ({ id, label: shortName }))
  const chosen = data?.centre
  if (chosen && !centres.some(({ id }) => id === chosen.id))
    centres.push({ id: chosen.id, label: chosen.shortName })
  return [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'multi',
      name: 'etat',
      label: t('states'),
      options: statesOf('WorkingGroup').map((id) => ({ id, label: say('WorkingGroup', id).label })),
    },
    {
      kind: 'select',
      name: 'theme',
      label: t('theme'),
      options: (data?.themes ?? []).map((theme) => ({
        id: theme.id,
        label: language === 'fr' ? theme.labelFr : theme.labelEn,
      })),
    },
    { kind: 'select', name: 'centre', label: t('centre'), options: centres },
    {
      kind: 'select',
      name: 'rencontre',
      label: t('gathering'),
      options: (data?.gatherings.nodes ?? []).map(({ id, name }) => ({ id, label: name })),
    },
    { kind: 'toggle', name: 'miens', label: t('mine') },
    { kind: 'toggle', name: 'attention', label: t('attention') },
  ]
}
