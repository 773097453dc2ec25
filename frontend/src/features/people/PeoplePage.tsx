import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import type { VariablesOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { useAddress } from '@/app/useAddress'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
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
const route = getRouteApi('/shell/annuaire')

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
  const navigate = useNavigate()
  const search = route.useSearch() as PeopleSearch
  const [, change] = useAddress<PeopleSearch>()
  const isNarrow = useMedia('(width < 44rem)')
  const fields = usePeopleFilters(search.centre ?? '')
  const filter = filterOf(search)
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const [result, again] = useQuery({
    query: peopleQuery,
    variables: { filter, first: page, after: search.apres || undefined },
  })

  /** Another narrowing begins at the first page. */
  const narrow = (patch: Partial<PeopleSearch>) => change({ ...patch, apres: undefined })
  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: PeopleSearch) => ({ ...before, apres })) as never })

  return (
    <>
      <FilterBar
        label={t('filters')}
        fields={fields}
        values={{ ...search }}
        onChange={narrow}
        count={result.data?.staffMembers.totalCount}
      />
      <Loaded
        result={result}
        find={(data) => data.staffMembers}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton lines={12} />}
      >
        {({ nodes, pageInfo, totalCount }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState level={2} title={t(isNarrowed ? 'emptyTitle' : 'noneTitle')}>
                {t(isNarrowed ? 'emptyText' : 'noneText')}
              </EmptyState>
            ) : isNarrow ? (
              <PeopleCards people={nodes} />
            ) : (
              <PeopleTable people={nodes} />
            )}
            <Pager
              hasNext={pageInfo.hasNextPage}
              onNext={() => turn(pageInfo.endCursor ?? undefined)}
              hasPrevious={Boolean(search.apres)}
              onFirst={() => turn(undefined)}
              shown={nodes.length}
              total={totalCount}
            />
          </>
        )}
      </Loaded>
    </>
  )
}
