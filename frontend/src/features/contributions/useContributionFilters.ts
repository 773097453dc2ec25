import { useListOptions } from '@/app/listOptions'
import { statesOf, useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import type { FilterField } from '@/ui/FilterBar'
import { kindOf, kinds } from './contribution'
import { contributionWords } from './messages'

/** What narrows a list of contributions, as its address has it. */
export interface ContributionSearch {
  q?: string
  nature?: string
  etat?: string[]
  theme?: string
  rencontre?: string
  centre?: string
  miennes?: boolean
  ordre?: string
  apres?: string
  nouvelle?: string
}

const known = statesOf('Contribution')
type State = (typeof known)[number]

/** The filter as the server takes it. Who asks for what was withdrawn is shown it. */
export function filterOf(search: ContributionSearch) {
  const states = known.filter((state): state is State => search.etat?.includes(state) ?? false)
  return {
    search: search.q || undefined,
    kind: kindOf(search.nature),
    states: states.length > 0 ? states : undefined,
    themeId: search.theme || undefined,
    gatheringId: search.rencontre || undefined,
    centreId: search.centre || undefined,
    mine: search.miennes || undefined,
    includeWithdrawn: states.includes('WITHDRAWN') || undefined,
  }
}

/** What narrows the list, named as in the address; on the wall of one gathering, without what is the same for all. */
export function useContributionFilters(centre: string, everywhere: boolean): FilterField[] {
  const t = useWords(contributionWords)
  const say = useStates()
  const { themes, centres, gatherings } = useListOptions(everywhere ? { centre, gatherings: true } : {})
  return [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'select',
      name: 'nature',
      label: t('kind'),
      options: kinds.map((id) => ({ id, label: t(`kind.${id}`) })),
    },
    {
      kind: 'multi',
      name: 'etat',
      label: t('states'),
      options: known.map((id) => ({ id, label: say('Contribution', id).label })),
    },
    { kind: 'select', name: 'theme', label: t('theme'), options: themes },
    ...(everywhere
      ? ([
          { kind: 'select', name: 'rencontre', label: t('gathering'), options: gatherings },
          { kind: 'select', name: 'centre', label: t('centre'), options: centres },
        ] as const)
      : []),
    { kind: 'toggle', name: 'miennes', label: t('mine') },
  ]
}
