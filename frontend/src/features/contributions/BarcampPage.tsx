import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useLiveReads } from '@/app/liveReads'
import { useStates } from '@/app/states'
import { isNarrowed, useListAddress, useOrder, type ListAddress } from '@/app/useListAddress'
import { TimeZone } from '@/i18n/TimeZone'
import { useWords } from '@/i18n/useWords'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { ListFilters, ListPage } from '@/ui/Listing'
import { Loaded } from '@/ui/Loaded'
import { OrderSelect } from '@/ui/OrderSelect'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { BarcampTurn, turn } from './components/BarcampTurn'
import { ContributionCard } from './components/ContributionCard'
import { NewContribution, ShareButtons } from './components/NewContribution'
import { contributionCard, kindOf } from './contribution'
import { contributionWords } from './messages'
import { filterOf, useContributionFilters, type ContributionSearch } from './useContributionFilters'

const barcampQuery = graphql(
  `
    query Barcamp(
      $id: ID!
      $filter: ContributionFilter
      $orderBy: ContributionOrder
      $first: Int!
      $after: String
    ) {
      gathering(id: $id) {
        id
        name
        state
        timeZone
        viewerCanBring
        nextContribution {
          ...Turn
        }
        presentedContribution {
          ...Turn
        }
        barcamp(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
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
    }
  `,
  [contributionCard, turn],
)

type Gathering = NonNullable<ResultOf<typeof barcampQuery>['gathering']>

const orders = ['TURN', 'NEWEST', 'SUPPORT'] as const
type Order = (typeof orders)[number]
const page = 24
const route = getRouteApi('/shell/rencontres/$gatheringId/barcamp')

/** The wall of a gathering's barcamp: what was brought, who has the floor, what comes next. It follows what others do. */
export function BarcampPage() {
  const { gatheringId } = route.useParams()
  const place = useListAddress<ContributionSearch>()
  const { search } = place
  const [orderBy, setOrder] = useOrder(place, orders)
  const [result, again] = useQuery({
    query: barcampQuery,
    variables: {
      id: gatheringId,
      filter: filterOf(search),
      orderBy,
      first: page,
      after: search.apres || undefined,
    },
  })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useLiveReads({ gatheringId }, readAgain, {
    matters: (facts) =>
      facts.some(({ objectKind }) => objectKind === 'CONTRIBUTION' || objectKind === 'GATHERING'),
  })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.gathering}
      onRetry={readAgain}
      skeleton={<Skeleton shape="cards" lines={6} />}
    >
      {(gathering) => (
        <TimeZone zone={gathering.timeZone}>
          <Wall key={gathering.id} gathering={gathering} place={place} order={orderBy} onOrder={setOrder} />
        </TimeZone>
      )}
    </Loaded>
  )
}

interface WallProps {
  gathering: Gathering
  place: ListAddress<ContributionSearch>
  order: Order
  onOrder: (order: Order) => void
}

function Wall({ gathering, place, order, onOrder }: WallProps) {
  const t = useWords(contributionWords)
  const say = useStates()
  const { search, change } = place
  const fields = useContributionFilters('', false)
  const narrowed = isNarrowed(filterOf(search))
  return (
    <Stack>
      <PageHeader
        eyebrow={gathering.name}
        title={t('barcamp')}
        documentTitle={`${t('barcamp')} · ${gathering.name}`}
        lead={t(gathering.viewerCanBring ? 'barcampLead' : 'barcampOver')}
        state={<StatePill {...say('Gathering', gathering.state)} />}
        breadcrumbs={[
          { label: t('gatherings'), href: addresses.gatherings() },
          { label: gathering.name, href: addresses.gathering(gathering.id) },
        ]}
        actions={
          gathering.viewerCanBring ? <ShareButtons onShare={(nouvelle) => change({ nouvelle })} /> : undefined
        }
      />
      {gathering.state === 'LIVE' ? (
        <BarcampTurn presented={gathering.presentedContribution} next={gathering.nextContribution} />
      ) : null}
      <Section title={t('wall')}>
        <ListFilters place={place} label={t('filters')} fields={fields} count={gathering.barcamp.totalCount}>
          <OrderSelect say={t} orders={orders} value={order} onChange={onOrder} />
        </ListFilters>
        <ListPage
          place={place}
          page={gathering.barcamp}
          empty={
            <EmptyState title={t(narrowed ? 'emptyTitle' : 'noneTitle')}>
              {t(narrowed ? 'emptyText' : 'noneText')}
            </EmptyState>
          }
        >
          {(contributions) => (
            <CardGrid label={t('wall')}>
              {contributions.map((contribution) => (
                <ContributionCard key={contribution.id} contribution={contribution} isOnWall />
              ))}
            </CardGrid>
          )}
        </ListPage>
      </Section>
      {gathering.viewerCanBring ? (
        <NewContribution
          kind={kindOf(search.nouvelle)}
          gatheringId={gathering.id}
          onClose={() => change({ nouvelle: undefined })}
        />
      ) : null}
    </Stack>
  )
}
