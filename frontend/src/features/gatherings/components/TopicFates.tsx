import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Flow } from '@/ui/Flow'
import { LineList, Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { stepNames, steps, type Step } from '../fates'
import { gatheringWords } from '../messages'
import { FateLine, fateLine } from './FateLine'

const countsQuery = graphql(`
  query TopicFateCounts($id: ID!) {
    tous: topics(filter: { gatheringId: $id }, first: 1) {
      totalCount
    }
    tenus: topics(
      filter: { gatheringId: $id, fates: [HELD, HARVESTED, WORKING_GROUP, JOINT_PROJECT, COMPLETED] }
      first: 1
    ) {
      totalCount
    }
    recoltes: topics(
      filter: { gatheringId: $id, fates: [HARVESTED, WORKING_GROUP, JOINT_PROJECT, COMPLETED] }
      first: 1
    ) {
      totalCount
    }
    groupes: topics(
      filter: { gatheringId: $id, fates: [WORKING_GROUP, JOINT_PROJECT, COMPLETED] }
      first: 1
    ) {
      totalCount
    }
    suites: topics(filter: { gatheringId: $id, fates: [JOINT_PROJECT, COMPLETED] }, first: 1) {
      totalCount
    }
    acheves: topics(filter: { gatheringId: $id, fates: [COMPLETED] }, first: 1) {
      totalCount
    }
  }
`)

const topicsQuery = graphql(
  `
    query TopicsByFate($id: ID!, $fates: [TopicFate!], $first: Int!) {
      topics(filter: { gatheringId: $id, fates: $fates }, orderBy: DOTS, first: $first) {
        nodes {
          id
          ...FateLine
        }
        pageInfo {
          hasNextPage
        }
        totalCount
      }
    }
  `,
  [fateLine],
)

const page = 20

/** What became of the topics of a gathering: how many came how far, and which. */
export function TopicFates({ gatheringId, step }: { gatheringId: string; step: Step }) {
  const t = useWords(gatheringWords)
  const [result, again] = useQuery({ query: countsQuery, variables: { id: gatheringId } })
  return (
    <Section title={t('fates')} lead={t('fatesLead')}>
      <Loaded
        result={result}
        find={(data) => data}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton lines={6} />}
      >
        {(counts) =>
          counts.tous.totalCount === 0 ? (
            <EmptyState title={t('fatesNone')}>
              <p>{t('fatesNoneText')}</p>
            </EmptyState>
          ) : (
            <Stack>
              <Flow
                label={t('fates')}
                steps={stepNames.map((name) => ({
                  id: name,
                  label: t(`step.${name}`),
                  value: counts[name].totalCount,
                  href: `${addresses.gathering(gatheringId)}?etape=${name}`,
                }))}
              />
              <TopicList key={step} gatheringId={gatheringId} step={step} />
            </Stack>
          )
        }
      </Loaded>
    </Section>
  )
}

/** The list behind a figure. */
function TopicList({ gatheringId, step }: { gatheringId: string; step: Step }) {
  const t = useWords(gatheringWords)
  const [first, setFirst] = useState(page)
  const place = useRef<HTMLDivElement>(null)
  const [result, again] = useQuery({
    query: topicsQuery,
    variables: { id: gatheringId, fates: step === 'tous' ? null : [...steps[step]], first },
  })
  const isAsked = step !== 'tous'
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsked])
  return (
    <div ref={place}>
      <Section title={t('topics', { step: t(`step.${step}`) })} level={3}>
        <Loaded
          result={result}
          find={(data) => data.topics}
          onRetry={() => again({ requestPolicy: 'network-only' })}
          skeleton={<Skeleton lines={8} />}
        >
          {({ nodes, pageInfo, totalCount }) =>
            nodes.length === 0 ? (
              <EmptyState
                title={t('topicsNone')}
                action={<LinkButton href={addresses.gathering(gatheringId)}>{t('topicsAll')}</LinkButton>}
              >
                <p>{t('topicsNoneText')}</p>
              </EmptyState>
            ) : (
              <>
                <LineList label={t('topics', { step: t(`step.${step}`) })}>
                  {nodes.map((topic) => (
                    <li key={topic.id}>
                      <FateLine topic={topic} />
                    </li>
                  ))}
                </LineList>
                <LoadMore
                  hasMore={pageInfo.hasNextPage && nodes.length < 100}
                  onMore={() => setFirst((count) => Math.min(100, count + page))}
                  isLoading={result.fetching}
                  shown={nodes.length}
                  total={totalCount}
                />
              </>
            )
          }
        </Loaded>
      </Section>
    </div>
  )
}
