import { useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useAddress } from '@/app/useAddress'
import { useWords } from '@/i18n/useWords'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { ContributionCard } from './components/ContributionCard'
import { NewContribution, ShareButtons } from './components/NewContribution'
import { contributionCard, kindOf } from './contribution'
import { contributionWords } from './messages'
import { filterOf, useContributionFilters, type ContributionSearch } from './useContributionFilters'

const contributionsQuery = graphql(
  `
    query Contributions(
      $filter: ContributionFilter
      $orderBy: ContributionOrder
      $first: Int!
      $after: String
    ) {
      contributions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes {
          ...ContributionCard
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [contributionCard],
)

const orders = ['NEWEST', 'SUPPORT'] as const
const page = 24

/** Every pépite and question of the network; what narrows, orders and pages them is in the address. */
export function ContributionsPage() {
  const t = useWords(contributionWords)
  const navigate = useNavigate()
  const [search, change] = useAddress<ContributionSearch>()
  const fields = useContributionFilters(search.centre ?? '', true)
  const filter = filterOf(search)
  const order = orders.find((known) => known === search.ordre) ?? 'NEWEST'
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const [result, again] = useQuery({
    query: contributionsQuery,
    variables: { filter, orderBy: order, first: page, after: search.apres || undefined },
  })

  /** Another narrowing begins at the first page. */
  const narrow = (patch: Partial<ContributionSearch>) => change({ ...patch, apres: undefined })
  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: ContributionSearch) => ({ ...before, apres })) as never })
  const share = <ShareButtons onShare={(nouvelle) => change({ nouvelle })} />

  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} actions={share} />
      <FilterBar
        label={t('filters')}
        fields={fields}
        values={search as Record<string, unknown>}
        onChange={narrow}
        count={result.data?.contributions.totalCount}
      >
        <Select
          label={t('order')}
          options={orders.map((id) => ({ id, label: t(`order.${id}`) }))}
          value={order}
          onChange={(chosen) => narrow({ ordre: chosen === 'NEWEST' ? undefined : chosen })}
        />
      </FilterBar>
      <Loaded
        result={result}
        find={(data) => data.contributions}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={6} />}
      >
        {({ nodes, pageInfo, totalCount }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState level={2} title={t(isNarrowed ? 'emptyTitle' : 'noneTitle')}>
                {t(isNarrowed ? 'emptyText' : 'noneText')}
              </EmptyState>
            ) : (
              <CardGrid label={t('title')}>
                {nodes.map((contribution) => (
                  <ContributionCard key={contribution.id} contribution={contribution} />
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
      <NewContribution kind={kindOf(search.nouvelle)} onClose={() => change({ nouvelle: undefined })} />
    </Stack>
  )
}
