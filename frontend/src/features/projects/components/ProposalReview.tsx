import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Prose } from '@/ui/Layout'
import type { ProposalDraft } from '../proposal'
import { proposalWords } from '../proposalMessages'
import styles from './ProposalReview.module.css'
import { TermsSheet } from './TermsSheet'
import { useCentreNames } from './useCentres'

/** The whole proposal as the centres will read it, and what each of them will have to sign. */
export function ProposalReview({ values, ownCentre }: { values: ProposalDraft; ownCentre: string }) {
  const t = useWords(proposalWords)
  const format = useFormat()
  const nameOf = useCentreNames(values.partners.flatMap(({ centreId }) => centreId ?? []))
  const counted = values.partners.filter(({ role }) => role !== 'OBSERVER').length
  const minimum = values.minimumPartners ?? 1
  const term = { startsOn: values.startsOn, endsOn: values.endsOn }
  const isDated = values.startsOn !== '' && values.endsOn !== ''
  return (
    <div className={styles.review}>
      <section className={styles.text}>
        {values.title === '' ? null : <h3>{values.title}</h3>}
        {isDated ? <p className={styles.term}>{format.dateRange(values.startsOn, values.endsOn)}</p> : null}
        <Prose>{values.purpose}</Prose>
        {values.expectedResults === '' ? null : (
          <>
            <h4>{t('results')}</h4>
            <Prose>{values.expectedResults}</Prose>
          </>
        )}
      </section>
      {counted < minimum ? (
        <Banner tone="signal" title={t('tooFew', { minimum, count: counted })} />
      ) : (
        <p>{t('enough', { minimum })}</p>
      )}
      <p className={styles.lead}>{t('reviewLead')}</p>
      {isDated ? (
        <div className={styles.sheets}>
          <TermsSheet
            centre={ownCentre}
            as="LEAD"
            terms={{
              ...term,
              personDays: values.personDays ?? 0,
              money: values.money ?? 0,
              conditions: '',
            }}
          />
          {values.partners.map((partner, index) => (
            <TermsSheet
              key={partner.centreId ?? index}
              centre={nameOf(partner.centreId)}
              as={partner.role}
              terms={{
                ...term,
                personDays: partner.personDays ?? 0,
                money: partner.money ?? 0,
                conditions: partner.conditions,
              }}
            />
          ))}
        </div>
      ) : null}
    </div>
  )
}
