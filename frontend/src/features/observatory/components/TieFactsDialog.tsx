import { addressOfKind } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { ReadOn } from '@/app/ReadOn'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
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
          <ReadOn
            query={tieFactsQuery}
            variables={{
              centreId: a.id,
              otherCentreId: b.id,
              period: { startsOn: period.startsOn, endsOn: period.endsOn },
            }}
            find={(data) => data.tieFacts}
            empty={<p>{t('factsNone')}</p>}
          >
            {(facts) => (
              <LineList>
                {facts.map((fact) => (
                  <li key={fact.id}>
                    <FactLine fact={fact} />
                  </li>
                ))}
              </LineList>
            )}
          </ReadOn>
        </>
      ) : null}
    </Dialog>
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
