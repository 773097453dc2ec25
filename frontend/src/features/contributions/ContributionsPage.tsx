import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { isNarrowed, useListAddress, useOrder } from '@/app/useListAddress'
import { useWords } from '@/i18n/useWords'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Listing } from '@/ui/Listing'
import { OrderSelect } from '@/ui/OrderSelect'
import { PageHeader } from '@/ui/PageHeader'
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
  const place = useListAddress<ContributionSearch>()
  const { search, change } = place
  const fields = useContributionFilters(search.centre ?? '', true)
  const filter = filterOf(search)
  const [order, setOrder] = useOrder(place, orders)
  const narrowed = isNarrowed(filter)
  const [result, again] = useQuery({
    query: contributionsQuery,
    variables: { filter, orderBy: order, first: page, after: search.apres || undefined },
  })

  const share = <ShareButtons onShare={(nouvelle) => change({ nouvelle })} />

  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} actions={share} />
      <Listing
        place={place}
        label={t('filters')}
        fields={fields}
        tools={<OrderSelect say={t} orders={orders} value={order} onChange={setOrder} />}
        result={result}
        find={(data) => data.contributions}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={6} />}
        empty={
          <EmptyState level={2} title={t(narrowed ? 'emptyTitle' : 'noneTitle')}>
            {t(narrowed ? 'emptyText' : 'noneText')}
          </EmptyState>
        }
      >
        {(contributions) => (
          <CardGrid label={t('title')}>
            {contributions.map((contribution) => (
              <ContributionCard key={contribution.id} contribution={contribution} />
            ))}
          </CardGrid>
        )}
      </Listing>
      <NewContribution kind={kindOf(search.nouvelle)} onClose={() => change({ nouvelle: undefined })} />
    </Stack>
  )
}
