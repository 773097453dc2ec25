import { addresses } from '@/app/addresses'
import { firstWords } from '@/i18n/firstWords'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import type { Question } from '../question'
import { questionWords } from '../questionMessages'
import styles from './QuestionCard.module.css'

export type Outcome = Pick<
  Question,
  | 'state'
  | 'answer'
  | 'answeredBy'
  | 'answeredAt'
  | 'promisedBy'
  | 'dueOn'
  | 'overdue'
  | 'rejectionReason'
  | 'mergedInto'
>

/** What became of a question: the answer, who promised one, why it was not kept, where it went. */
export function QuestionOutcome({ question }: { question: Outcome }) {
  const t = useWords(questionWords)
  const format = useFormat()
  const { state, promisedBy, dueOn, answeredBy, answeredAt, mergedInto } = question
  const promise =
    promisedBy === null || dueOn === null ? null : { name: promisedBy.name, day: format.date(dueOn) }
  switch (state) {
    case 'ANSWERED':
      return (
        <div className={styles.outcome} data-tone="good">
          <p className={styles.answer}>{question.answer}</p>
          <p className={styles.note}>
            {answeredBy === null ? null : t('answeredBy', { name: answeredBy.name })}
            {answeredAt === null ? null : `, ${format.date(answeredAt, 'day')}`}
            {promise === null ? null : <br />}
            {promise === null ? null : t('promisedThen', promise)}
          </p>
        </div>
      )
    case 'ANSWER_PROMISED':
      return promise === null ? null : (
        <div className={styles.outcome} data-tone="signal">
          <p>
            {t('promise', promise)} {question.overdue ? <Pill tone="signal">{t('late')}</Pill> : null}
          </p>
        </div>
      )
    case 'REJECTED':
      return (
        <div className={styles.outcome}>
          <p>{t('rejected')}</p>
          <p className={styles.answer}>{question.rejectionReason}</p>
        </div>
      )
    case 'MERGED':
      return mergedInto === null ? null : (
        <div className={styles.outcome}>
          <p>{t('merged')}</p>
          <p>
            <Link href={addresses.liveQuestion(mergedInto.id)}>{firstWords(mergedInto.text)}</Link>
          </p>
        </div>
      )
    default:
      return null
  }
}
