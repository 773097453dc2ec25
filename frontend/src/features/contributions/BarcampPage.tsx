import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useLiveReads } from '@/app/liveReads'
import { useStates } from '@/app/states'
import { useAddress } from '@/app/useAddress'
import { TimeZone } from '@/i18n/TimeZone'
import { useWords } from '@/i18n/useWords'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Select } from '@/ui/Select'
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
const page = 24
const route = getRouteApi('/shell/rencontres/$gatheringId/barcamp')

/** The wall of a gathering's barcamp: what was brought, who has the floor, what comes next. It follows what others do. */
export function BarcampPage() {
  const { gatheringId } = route.useParams()
  const [search] = useAddress<ContributionSearch>()
  const orderBy = orders.find((known) => known === search.ordre) ?? 'TURN'
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
      result={result}
      find={(data) => data.gathering}
      onRetry={readAgain}
      skeleton={<Skeleton shape="cards" lines={6} />}
    >
      {(gathering) => (
        <TimeZone zone={gathering.timeZone}>
          <Wall key={gathering.id} gathering={gathering} order={orderBy} />
        </TimeZone>
      )}
    </Loaded>
  )
}

function Wall({ gathering, order }: { gathering: Gathering; order: (typeof orders)[number] }) {
  const t = useWords(contributionWords)
  const say = useStates()
  const navigate = useNavigate()
  const [search, change] = useAddress<ContributionSearch>()
  const fields = useContributionFilters('', false)
  const { nodes, pageInfo, totalCount } = gathering.barcamp
  const isNarrowed = Object.values(filterOf(search)).some((value) => value !== undefined)
  const narrow = (patch: Partial<ContributionSearch>) => change({ ...patch, apres: undefined })
  const turnTo = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: ContributionSearch) => ({ ...before, apres })) as never })
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
        <FilterBar
          label={t('filters')}
          fields={fields}
          values={search as Record<string, unknown>}
          onChange={narrow}
          count={totalCount}
        >
          <Select
            label={t('order')}
            options={orders.map((id) => ({ id, label: t(`order.${id}`) }))}
            value={order}
            onChange={(chosen) => narrow({ ordre: chosen === 'TURN' ? undefined : chosen })}
          />
        </FilterBar>
        {nodes.length === 0 ? (
          <EmptyState title={t(isNarrowed ? 'emptyTitle' : 'noneTitle')}>
            {t(isNarrowed ? 'emptyText' : 'noneText')}
          </EmptyState>
        ) : (
          <CardGrid label={t('wall')}>
            {nodes.map((contribution) => (
              <ContributionCard key={contribution.id} contribution={contribution} isOnWall />
            ))}
          </CardGrid>
        )}
        <Pager
          hasNext={pageInfo.hasNextPage}
          onNext={() => turnTo(pageInfo.endCursor ?? undefined)}
          hasPrevious={Boolean(search.apres)}
          onFirst={() => turnTo(undefined)}
          shown={nodes.length}
          total={totalCount}
        />
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
