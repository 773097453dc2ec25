import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import type { VariablesOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { isNarrowed, useListAddress } from '@/app/useListAddress'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Listing } from '@/ui/Listing'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { useMedia } from '@/ui/useMedia'
import { jobs, type Job } from './components/job'
import { PeopleCards } from './components/PeopleCards'
import { PeopleTable } from './components/PeopleTable'
import { peopleWords } from './messages'
import { peopleQuery } from './people'
import { usePeopleFilters } from './usePeopleFilters'

interface PeopleSearch {
  q?: string
  centre?: string
  metier?: string[]
  theme?: string
  anciens?: boolean
  apres?: string
}

type Filter = NonNullable<VariablesOf<typeof peopleQuery>['filter']>

const page = 30

function filterOf(search: PeopleSearch): Filter {
  const chosen = (search.metier ?? []).filter((job): job is Job => (jobs as readonly string[]).includes(job))
  return {
    search: search.q || undefined,
    centreId: search.centre || undefined,
    jobs: chosen.length > 0 ? chosen : undefined,
    themeId: search.theme || undefined,
    includeInactive: search.anciens || undefined,
  }
}

/** The people of the network, by name; what narrows and pages them is in the address. */
export function PeoplePage() {
  const t = useWords(peopleWords)
  const viewer = useViewer()
  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} />
      {viewer.staffMember.job === 'GUEST' ? (
        <EmptyState
          level={2}
          title={t('guestTitle')}
          action={<LinkButton href={addresses.currentForum()}>{t('guestAction')}</LinkButton>}
        >
          {t('guestText')}
        </EmptyState>
      ) : (
        <Directory />
      )}
    </Stack>
  )
}

function Directory() {
  const t = useWords(peopleWords)
  const place = useListAddress<PeopleSearch>()
  const { search } = place
  const isNarrow = useMedia('(width < 44rem)')
  const fields = usePeopleFilters(search.centre ?? '')
  const filter = filterOf(search)
  const narrowed = isNarrowed(filter)
  const [result, again] = useQuery({
    query: peopleQuery,
    variables: { filter, first: page, after: search.apres || undefined },
  })
  return (
    <Listing
      place={place}
      label={t('filters')}
      fields={fields}
      result={result}
      find={(data) => data.staffMembers}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton lines={12} />}
      empty={
        <EmptyState level={2} title={t(narrowed ? 'emptyTitle' : 'noneTitle')}>
          {t(narrowed ? 'emptyText' : 'noneText')}
        </EmptyState>
      }
    >
      {(people) => (isNarrow ? <PeopleCards people={people} /> : <PeopleTable people={people} />)}
    </Listing>
  )
}
