import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import type { PartnerRole } from '../project'
import { termsWords } from '../termsMessages'
import styles from './TermsSheet.module.css'

export interface SheetTerms {
  personDays: number
  money: number
  startsOn: string
  endsOn: string
  conditions: string
}

export interface TermsSheetProps {
  centre: string
  /** The part it takes in the project. */
  as: PartnerRole
  terms: SheetTerms
  /** What stands beside the name: the version, when it was proposed. */
  note?: string
  level?: 3 | 4
}

/** What a centre signs, whole and as it is signed: the same sheet wherever it is read. */
export function TermsSheet({ centre, as, terms, note, level = 3 }: TermsSheetProps) {
  const t = useWords(termsWords)
  const format = useFormat()
  const Tag = `h${level}` as const
  return (
    <section className={styles.sheet}>
      <div className={styles.head}>
        <Tag className={styles.centre}>{centre}</Tag>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </div>
      <dl className={styles.terms}>
        <div>
          <dt>{t('role')}</dt>
          <dd>{t(`role.${as}`)}</dd>
        </div>
        <div>
          <dt>{t('personDays')}</dt>
          <dd>{t('days', { count: terms.personDays })}</dd>
        </div>
        <div>
          <dt>{t('money')}</dt>
          <dd>{format.money(terms.money)}</dd>
        </div>
        <div>
          <dt>{t('term')}</dt>
          <dd>{format.dateRange(terms.startsOn, terms.endsOn, 'dayShort')}</dd>
        </div>
        <div className={styles.wide}>
          <dt>{t('conditions')}</dt>
          <dd className={terms.conditions === '' ? styles.none : styles.conditions}>
            {terms.conditions === '' ? t('noConditions') : terms.conditions}
          </dd>
        </div>
      </dl>
    </section>
  )
}
