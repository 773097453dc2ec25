import { useState } from 'react'
import { useQuery } from 'urql'
import { addressOfKind } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'
import type { Period } from '../period'
import { tieWords } from '../tieMessages'
import styles from './TieFactsDialog.module.css'

const tieFactsQuery = graphql(`
  query TieFacts($centreId: ID!, $otherCentreId: ID!, $period: PeriodInput!, $after: String) {
    tieFacts(centreId: $centreId, otherCentreId: $otherCentreId, period: $period, first: 20, after: $after) {
      nodes {
        id
        kind
        objectKind
        objectId
        title
        startsOn
        endsOn
        weight
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

type Fact = ResultOf<typeof tieFactsQuery>['tieFacts']['nodes'][number]

export interface TieFactsDialogProps {
  a: { id: string; label: string }
  b: { id: string; label: string }
  period: Period
  isThemed: boolean
  isOpen: boolean
  onClose: () => void
}

/** Why two centres are tied: every group, project and session they share, each with its link. */
export function TieFactsDialog({ a, b, period, isThemed, isOpen, onClose }: TieFactsDialogProps) {
  const t = useWords(tieWords)
  const format = useFormat()
  const [pages, setPages] = useState(1)
  return (
    <Dialog title={t('factsOf', { a: a.label, b: b.label })} isOpen={isOpen} onClose={onClose}>
      {isOpen ? (
        <>
          <p className={styles.lead}>
            {t('factsLead', {
              from: format.date(period.startsOn, 'day'),
              to: format.date(period.endsOn, 'day'),
            })}
            {isThemed ? ` ${t('factsAllThemes')}` : ''}
          </p>
          <Facts
            a={a.id}
            b={b.id}
            period={period}
            after={null}
            shown={0}
            pages={pages}
            onMore={() => setPages(pages + 1)}
          />
        </>
      ) : null}
    </Dialog>
  )
}

/** One page of facts, and after it the next when it has been asked for. */
function Facts({
  a,
  b,
  period,
  after,
  shown,
  pages,
  onMore,
}: {
  a: string
  b: string
  period: Period
  after: string | null
  shown: number
  pages: number
  onMore: () => void
}) {
  const t = useWords(tieWords)
  const { startsOn, endsOn } = period
  const [result, again] = useQuery({
    query: tieFactsQuery,
    variables: { centreId: a, otherCentreId: b, period: { startsOn, endsOn }, after },
  })
  return (
    <Loaded
      result={result}
      find={(data) => data.tieFacts}
      onRetry={() => again({ requestPolicy: 'network-only' })}
    >
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {nodes.length === 0 && after === null ? (
            <p>{t('factsNone')}</p>
          ) : (
            <LineList>
              {nodes.map((fact) => (
                <li key={fact.id}>
                  <FactLine fact={fact} />
                </li>
              ))}
            </LineList>
          )}
          {pages > 1 && pageInfo.hasNextPage ? (
            <Facts
              a={a}
              b={b}
              period={period}
              after={pageInfo.endCursor}
              shown={shown + nodes.length}
              pages={pages - 1}
              onMore={onMore}
            />
          ) : (
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              onMore={onMore}
              shown={shown + nodes.length}
              total={totalCount}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

function FactLine({ fact }: { fact: Fact }) {
  const t = useWords(tieWords)
  const format = useFormat()
  const href = addressOfKind(fact.objectKind, fact.objectId)
  return (
    <div className={styles.fact}>
      <span className={styles.kind}>{t(`fact.${fact.kind}`)}</span>
      <span className={styles.title}>
        {href === undefined ? fact.title : <Link href={href}>{fact.title}</Link>}
      </span>
      <span className={styles.when}>
        {fact.endsOn === null
          ? t('since', { date: format.date(fact.startsOn, 'dayShort') })
          : fact.endsOn === fact.startsOn
            ? format.date(fact.startsOn, 'dayShort')
            : format.dateRange(fact.startsOn, fact.endsOn, 'dayShort')}
        {' · '}
        {t('weight', { weight: format.number(fact.weight, { maximumFractionDigits: 1 }) })}
      </span>
    </div>
  )
}
