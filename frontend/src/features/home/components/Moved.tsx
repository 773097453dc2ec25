import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useLive } from '@/app/live'
import { eventLine } from '@/features/journal/components/EventLine'
import { EventList } from '@/features/journal/components/EventList'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Loaded } from '@/ui/Loaded'
import { NewItems } from '@/ui/NewItems'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { homeWords } from '../messages'
import { useVisit } from '../useVisit'
import styles from './Moved.module.css'

const movedQuery = graphql(
  `
    query Moved($first: Int!) {
      viewer {
        id
        lastVisitAt
        stream(first: $first) {
          nodes {
            id
            at
            ...EventLine
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `,
  [eventLine],
)

type Fact = NonNullable<ResultOf<typeof movedQuery>['viewer']>['stream']['nodes'][number]

const step = 12
/** Beyond that one reads on in the groups and projects themselves. */
const most = 100

/** What moved around the viewer, cut where they last looked. What comes while they read waits to be shown. */
export function Moved({ viewerId }: { viewerId: string }) {
  const t = useWords(homeWords)
  const isMarked = useVisit(viewerId)
  const [first, setFirst] = useState(step)
  const [newest, setNewest] = useState<number | null>(null)
  const [result, ask] = useQuery({ query: movedQuery, variables: { first } })
  const again = () => ask({ requestPolicy: 'network-only' })
  useLive({}, (facts) => {
    if (facts.some(({ verb }) => !verb.startsWith('TASK_'))) again()
  })
  const facts = result.data?.viewer?.stream.nodes
  if (newest === null && facts !== undefined && isMarked)
    setNewest(Math.max(0, ...facts.map(({ at }) => Date.parse(at))))
  const isHeld = ({ at }: Fact) => newest !== null && Date.parse(at) > newest
  return (
    <Section title={t('moved')} lead={t('movedLead')}>
      <NewItems count={facts?.filter(isHeld).length ?? 0} onShow={() => setNewest(null)} />
      <Loaded result={result} find={(data) => data.viewer} onRetry={again} skeleton={<Skeleton lines={6} />}>
        {({ stream, lastVisitAt }) =>
          stream.nodes.length === 0 ? (
            <EmptyState
              title={t('movedEmpty')}
              action={<LinkButton href={addresses.groups()}>{t('toGroups')}</LinkButton>}
            >
              {t('movedEmptyText')}
            </EmptyState>
          ) : (
            <>
              <Facts
                facts={stream.nodes.filter((fact) => !isHeld(fact))}
                lastVisitAt={isMarked ? lastVisitAt : null}
              />
              <LoadMore
                hasMore={stream.pageInfo.hasNextPage && first < most}
                onMore={() => setFirst(Math.min(first * 3, most))}
                isLoading={result.fetching}
                shown={stream.nodes.length}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

/** The facts, and between the new and the known the mark of the last visit. */
function Facts({ facts, lastVisitAt }: { facts: readonly Fact[]; lastVisitAt: string | null }) {
  const t = useWords(homeWords)
  const format = useFormat()
  const isNew = ({ at }: Fact) => lastVisitAt === null || Date.parse(at) > Date.parse(lastVisitAt)
  const fresh = facts.filter(isNew)
  const known = facts.filter((fact) => !isNew(fact))
  const when = lastVisitAt === null ? '' : format.date(lastVisitAt, 'dayAndTime')
  return (
    <div className={styles.facts}>
      {fresh.length === 0 ? null : <EventList label={t('movedNew')} events={fresh} />}
      {known.length === 0 ? null : (
        <>
          <p className={styles.mark}>{t(fresh.length === 0 ? 'nothingNew' : 'before', { when })}</p>
          <EventList label={t('movedKnown')} events={known} />
        </>
      )}
    </div>
  )
}
