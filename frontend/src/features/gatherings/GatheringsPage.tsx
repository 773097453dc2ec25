import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type VariablesOf } from '@/app/graphql'
import { useMaybeViewer } from '@/app/session'
import { statesOf, useStates } from '@/app/states'
import { useAddress } from '@/app/useAddress'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { CardGrid } from '@/ui/Card'
import { FilterBar, type FilterField } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { GatheringCard, gatheringCard } from './components/GatheringCard'
import { gatheringWords } from './messages'

const gatheringsQuery = graphql(
  `
    query Gatherings($filter: GatheringFilter, $first: Int!, $after: String) {
      gatherings(filter: $filter, orderBy: UPCOMING, first: $first, after: $after) {
        nodes {
          id
          state
          endsOn
          ...GatheringCard
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [gatheringCard],
)

interface Search {
  q?: string
  etat?: string[]
  apres?: string
}

type Filter = NonNullable<VariablesOf<typeof gatheringsQuery>['filter']>

const page = 24

/** The gatherings of the network: the one going on, those to come, those behind. */
export function GatheringsPage() {
  const t = useWords(gatheringWords)
  const say = useStates()
  const format = useFormat()
  const viewer = useMaybeViewer()
  const navigate = useNavigate()
  const [search, setSearch] = useAddress<Search>()
  const states = statesOf('Gathering').filter((state) => search.etat?.includes(state) === true)
  const filter: Filter = { search: search.q || null, states: states.length === 0 ? null : states }
  const isNarrowed = Boolean(search.q) || states.length > 0
  const [result, again] = useQuery({
    query: gatheringsQuery,
    variables: { filter, first: page, after: search.apres || null },
  })
  const [today] = useState(() => format.dayOf(Date.now()))

  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: Search) => ({ ...before, apres })) as never })

  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'multi',
      name: 'etat',
      label: t('state'),
      options: statesOf('Gathering')
        // Nobody in particular sees what is not announced.
        .filter((state) => viewer !== null || state !== 'DRAFT')
        .map((id) => ({ id, label: say('Gathering', id).label })),
    },
  ]
  const create = viewer?.viewerCanCreateGathering ? (
    <LinkButton variant="primary" icon={<Plus aria-hidden="true" />} href={addresses.newGathering()}>
      {t('create')}
    </LinkButton>
  ) : undefined
  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} actions={create} />
      <FilterBar
        label={t('filters')}
        fields={fields}
        values={search as Record<string, unknown>}
        onChange={(patch) => setSearch({ ...patch, apres: undefined })}
        count={result.data?.gatherings.totalCount}
      />
      <Loaded
        level={2}
        result={result}
        find={(data) => data.gatherings}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={4} />}
      >
        {({ nodes, pageInfo, totalCount }) => {
          const live = nodes.filter(({ state }) => state === 'LIVE')
          const ahead = nodes.filter(
            ({ state, endsOn }) => state !== 'LIVE' && state !== 'CANCELLED' && endsOn >= today,
          )
          const past = nodes.filter((gathering) => !live.includes(gathering) && !ahead.includes(gathering))
          const parts = [
            { title: t('live'), gatherings: live },
            { title: t('ahead'), gatherings: ahead },
            { title: t('past'), gatherings: past },
          ].filter(({ gatherings }) => gatherings.length > 0)
          return (
            <>
              {parts.length === 0 ? (
                <EmptyState title={t(isNarrowed ? 'noneFound' : 'none')} level={2} action={create}>
                  <p>{t(isNarrowed ? 'noneFoundText' : 'noneText')}</p>
                </EmptyState>
              ) : (
                parts.map(({ title, gatherings }) => (
                  <Section key={title} title={title}>
                    <CardGrid label={title} wide>
                      {gatherings.map((gathering) => (
                        <GatheringCard key={gathering.id} gathering={gathering} />
                      ))}
                    </CardGrid>
                  </Section>
                ))
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
          )
        }}
      </Loaded>
    </Stack>
  )
}
