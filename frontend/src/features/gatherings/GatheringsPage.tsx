import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type VariablesOf } from '@/app/graphql'
import { useMaybeViewer } from '@/app/session'
import { statesOf, useStates } from '@/app/states'
import { isNarrowed, useListAddress } from '@/app/useListAddress'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { CardGrid } from '@/ui/Card'
import type { FilterField } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Listing } from '@/ui/Listing'
import { PageHeader } from '@/ui/PageHeader'
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
  const place = useListAddress<Search>()
  const { search } = place
  const states = statesOf('Gathering').filter((state) => search.etat?.includes(state) === true)
  const filter: Filter = { search: search.q || null, states: states.length === 0 ? null : states }
  const narrowed = isNarrowed(filter)
  const [result, again] = useQuery({
    query: gatheringsQuery,
    variables: { filter, first: page, after: search.apres || null },
  })
  const [today] = useState(() => format.dayOf(Date.now()))

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
      <Listing
        level={2}
        place={place}
        label={t('filters')}
        fields={fields}
        result={result}
        find={(data) => data.gatherings}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={4} />}
        empty={
          <EmptyState title={t(narrowed ? 'noneFound' : 'none')} level={2} action={create}>
            <p>{t(narrowed ? 'noneFoundText' : 'noneText')}</p>
          </EmptyState>
        }
      >
        {(gatherings) => {
          const live = gatherings.filter(({ state }) => state === 'LIVE')
          const ahead = gatherings.filter(
            ({ state, endsOn }) => state !== 'LIVE' && state !== 'CANCELLED' && endsOn >= today,
          )
          const past = gatherings.filter((one) => !live.includes(one) && !ahead.includes(one))
          return [
            { title: t('live'), part: live },
            { title: t('ahead'), part: ahead },
            { title: t('past'), part: past },
          ]
            .filter(({ part }) => part.length > 0)
            .map(({ title, part }) => (
              <Section key={title} title={title}>
                <CardGrid label={title} wide>
                  {part.map((gathering) => (
                    <GatheringCard key={gathering.id} gathering={gathering} />
                  ))}
                </CardGrid>
              </Section>
            ))
        }}
      </Listing>
    </Stack>
  )
}
