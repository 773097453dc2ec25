import { useListOptions } from '@/app/listOptions'
import { statesOf, useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import type { FilterField } from '@/ui/FilterBar'
import { groupWords } from './messages'

/** What narrows the list of groups, named as in the address. */
export function useGroupFilters(centre: string): FilterField[] {
  const t = useWords(groupWords)
  const say = useStates()
  const { themes, centres, gatherings } = useListOptions({ centre, gatherings: true })
  return [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'multi',
      name: 'etat',
      label: t('states'),
      options: statesOf('WorkingGroup').map((id) => ({ id, label: say('WorkingGroup', id).label })),
    },
    { kind: 'select', name: 'theme', label: t('theme'), options: themes },
    { kind: 'select', name: 'centre', label: t('centre'), options: centres },
    { kind: 'select', name: 'rencontre', label: t('gathering'), options: gatherings },
    { kind: 'toggle', name: 'miens', label: t('mine') },
    { kind: 'toggle', name: 'attention', label: t('attention') },
  ]
}
