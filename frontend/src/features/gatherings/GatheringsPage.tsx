import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { CardGrid } from '@/ui/Card'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { GatheringCard, gatheringCard } from './components/GatheringCard'
import { gatheringWords } from './messages'

const gatheringsQuery = graphql(
  `
    query Gatherings($first: Int!) {
      gatherings(first: $first) {
        nodes {
          id
          state
          endsOn
          startsOn
          ...GatheringCard
        }
        pageInfo {
          hasNextPage
        }
        totalCount
      }
    }
  `,
  [gatheringCard],
)

const page = 20

/** The gatherings of the network: the one going on, those to come, those behind. */
export function GatheringsPage() {
  const t = useWords(gatheringWords)
  const format = useFormat()
  const [first, setFirst] = useState(page)
  const [result, again] = useQuery({ query: gatheringsQuery, variables: { first } })
  const [today] = useState(() => format.dayOf(Date.now()))
  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Loaded
        result={result}
        find={(data) => data.gatherings}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={4} />}
      >
        {({ nodes, pageInfo, totalCount }) => {
          const live = nodes.filter(({ state }) => state === 'LIVE')
          const ahead = nodes
            .filter(({ state, endsOn }) => state !== 'LIVE' && state !== 'CANCELLED' && endsOn >= today)
            .toReversed()
          const past = nodes.filter((gathering) => !live.includes(gathering) && !ahead.includes(gathering))
          const parts = [
            { title: t('live'), gatherings: live },
            { title: t('ahead'), gatherings: ahead },
            { title: t('past'), gatherings: past },
          ].filter(({ gatherings }) => gatherings.length > 0)
          return parts.length === 0 ? (
            <EmptyState title={t('none')} level={2}>
              <p>{t('noneText')}</p>
            </EmptyState>
          ) : (
            <>
              {parts.map(({ title, gatherings }) => (
                <Section key={title} title={title}>
                  <CardGrid label={title} wide>
                    {gatherings.map((gathering) => (
                      <GatheringCard key={gathering.id} gathering={gathering} />
                    ))}
                  </CardGrid>
                </Section>
              ))}
              <LoadMore
                hasMore={pageInfo.hasNextPage && nodes.length < 100}
                onMore={() => setFirst((count) => Math.min(100, count + page))}
                isLoading={result.fetching}
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
