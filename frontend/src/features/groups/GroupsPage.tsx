import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useQuery } from 'urql'
import { graphql, type VariablesOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { useAddress } from '@/app/useAddress'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { GroupCard, groupCard } from './components/GroupCard'
import { GroupTable, type GroupOrder } from './components/GroupTable'
import { RequestGroup } from './components/RequestGroup'
import { ViewSwitch, type View } from './components/ViewSwitch'
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
const route = getRouteApi('/shell/groupes')

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
  const navigate = useNavigate()
  const search = route.useSearch() as Search
  const [, change] = useAddress<Search>()
  // In the address, so that one can come from elsewhere to ask.
  const isRequesting = search.demander === true
  const setRequesting = (isOpen: boolean) => change({ demander: isOpen || undefined, origine: undefined })
  const fields = useGroupFilters(search.centre ?? '')
  const filter = filterOf(search)
  const order = orders.find((known) => known === search.ordre) ?? 'LAST_ACTIVITY'
  const view: View = search.vue === 'tableau' ? 'tableau' : 'cartes'
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const [result, again] = useQuery({
    query: groupsQuery,
    variables: { filter, orderBy: order, first: page, after: search.apres || undefined },
  })

  /** Another narrowing begins at the first page. */
  const narrow = (patch: Partial<Search>) => change({ ...patch, apres: undefined })
  const setOrder = (chosen: GroupOrder) => narrow({ ordre: chosen === 'LAST_ACTIVITY' ? undefined : chosen })
  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: Search) => ({ ...before, apres })) as never })

  const request = viewer.viewerCanRequestWorkingGroup ? (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onPress={() => setRequesting(true)}>
      {t('request')}
    </Button>
  ) : undefined

  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} actions={request} />
      <FilterBar
        label={t('filters')}
        fields={fields}
        values={search as Record<string, unknown>}
        onChange={narrow}
        count={result.data?.workingGroups.totalCount}
      >
        <Select
          label={t('order')}
          options={orders.map((id) => ({ id, label: t(`order.${id}`) }))}
          value={order}
          onChange={setOrder}
        />
        <ViewSwitch
          view={view}
          onChange={(chosen) => change({ vue: chosen === 'cartes' ? undefined : chosen })}
        />
      </FilterBar>
      <Loaded
        result={result}
        find={(data) => data.workingGroups}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={6} />}
      >
        {({ nodes, pageInfo, totalCount }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState level={2} title={t(isNarrowed ? 'emptyTitle' : 'noneTitle')} action={request}>
                {t(isNarrowed ? (request === undefined ? 'emptyTextReader' : 'emptyText') : 'noneText')}
              </EmptyState>
            ) : view === 'tableau' ? (
              <GroupTable groups={nodes} order={order} onOrder={setOrder} />
            ) : (
              <CardGrid label={t('title')}>
                {nodes.map((group) => (
                  <GroupCard key={group.id} group={group} />
                ))}
              </CardGrid>
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
      {viewer.viewerCanRequestWorkingGroup ? (
        <RequestGroup isOpen={isRequesting} onOpenChange={setRequesting} originId={search.origine} />
      ) : null}
    </Stack>
  )
}
