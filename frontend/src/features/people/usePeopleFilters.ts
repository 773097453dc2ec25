import { useListOptions } from '@/app/listOptions'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import type { FilterField } from '@/ui/FilterBar'
import { jobs, useJob } from './components/job'
import { peopleWords } from './messages'

/** What narrows the directory, named as in the address. `centre` is the one chosen, which may be beyond the first hundred. */
export function usePeopleFilters(centre: string): FilterField[] {
  const t = useWords(peopleWords)
  const job = useJob()
  const viewer = useViewer()
  const { themes, centres } = useListOptions({ centre })
  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: t('search') },
    { kind: 'select', name: 'centre', label: t('centre'), options: centres, any: t('anyCentre') },
    {
      kind: 'multi',
      name: 'metier',
      label: t('job'),
      options: jobs.filter((id) => id !== 'GUEST').map((id) => ({ id, label: job(id) })),
    },
    { kind: 'select', name: 'theme', label: t('theme'), options: themes, any: t('anyTheme') },
  ]
  if (viewer.viewerCanAdminister) fields.push({ kind: 'toggle', name: 'anciens', label: t('former') })
  return fields
}
