import { Plus } from 'lucide-react'
import { useQuery } from 'urql'
import { graphql, type VariablesOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { isNarrowed, useListAddress, useOrder } from '@/app/useListAddress'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Listing } from '@/ui/Listing'
import { OrderSelect } from '@/ui/OrderSelect'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { GroupCard, groupCard } from './components/GroupCard'
import { GroupTable, type GroupOrder } from './components/GroupTable'
import { RequestGroup } from './components/RequestGroup'
import { isTable, ViewSwitch } from './components/ViewSwitch'
import { groupWords } from './messages'
import { useGroupFilters } from './useGroupFilters'

const groupsQuery = graphql(
  `
    query Groups($filter: WorkingGroupFilter, $orderBy: WorkingGroupOrder, $first: Int!, $after: String) {
      workingGroups(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes {
          id
          ...GroupCard
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [groupCard],
)

interface Search {
  q?: string
  etat?: string[]
  theme?: string
  centre?: string
  rencontre?: string
  miens?: boolean
  attention?: boolean
  ordre?: string
  vue?: string
  apres?: string
  demander?: boolean
  origine?: string
}

type Filter = NonNullable<VariablesOf<typeof groupsQuery>['filter']>

const orders = ['LAST_ACTIVITY', 'QUIETEST', 'NAME', 'NEWEST'] as const satisfies readonly GroupOrder[]
const page = 24

function filterOf(search: Search): Filter {
  return {
    search: search.q || undefined,
    states: search.etat?.length ? (search.etat as Filter['states']) : undefined,
    themeId: search.theme || undefined,
    centreId: search.centre || undefined,
    gatheringId: search.rencontre || undefined,
    mine: search.miens || undefined,
    needsAttention: search.attention || undefined,
  }
}

/** Every group of the network; what narrows, orders and pages them is in the address. */
export function GroupsPage() {
  const t = useWords(groupWords)
  const viewer = useViewer()
  const place = useListAddress<Search>()
  const { search, change } = place
  // In the address, so that one can come from elsewhere to ask.
  const isRequesting = search.demander === true
  const setRequesting = (isOpen: boolean) => change({ demander: isOpen || undefined, origine: undefined })
  const fields = useGroupFilters(search.centre ?? '')
  const filter = filterOf(search)
  const [order, setOrder] = useOrder(place, orders)
  const narrowed = isNarrowed(filter)
  const [result, again] = useQuery({
    query: groupsQuery,
    variables: { filter, orderBy: order, first: page, after: search.apres || undefined },
  })

  const request = viewer.viewerCanRequestWorkingGroup ? (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onPress={() => setRequesting(true)}>
      {t('request')}
    </Button>
  ) : undefined

  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} actions={request} />
      <Listing
        place={place}
        label={t('filters')}
        fields={fields}
        tools={
          <>
            <OrderSelect say={t} orders={orders} value={order} onChange={setOrder} />
            <ViewSwitch search={search} change={change} />
          </>
        }
        result={result}
        find={(data) => data.workingGroups}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={6} />}
        empty={
          <EmptyState level={2} title={t(narrowed ? 'emptyTitle' : 'noneTitle')} action={request}>
            {t(narrowed ? (request === undefined ? 'emptyTextReader' : 'emptyText') : 'noneText')}
          </EmptyState>
        }
      >
        {(groups) =>
          isTable(search) ? (
            <GroupTable groups={groups} order={order} onOrder={setOrder} />
          ) : (
            <CardGrid label={t('title')}>
              {groups.map((group) => (
                <GroupCard key={group.id} group={group} />
              ))}
            </CardGrid>
          )
        }
      </Listing>
      {viewer.viewerCanRequestWorkingGroup ? (
        <RequestGroup isOpen={isRequesting} onClose={() => setRequesting(false)} originId={search.origine} />
      ) : null}
    </Stack>
  )
}
