import { gatheringWords } from '@/features/gatherings/messages'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { proceedingsWords } from '../messages'
import { grouped, type Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

/** The programme as it was held, a table a day: narrow enough for a phone as it is. */
export function Programme({ proceedings: { programme } }: { proceedings: Proceedings }) {
  const t = useWords(proceedingsWords)
  const tGathering = useWords(gatheringWords)
  const format = useFormat()
  if (programme.length === 0) return <p className={styles.none}>{t('programmeNone')}</p>
  return grouped(programme, ({ startsAt }) => format.dayOf(startsAt)).map(([day, items]) => (
    <table key={day} className={styles.programme}>
      <caption>{format.date(day, 'weekday')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('hours')}</th>
          <th scope="col">{t('what')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, title, kind, startsAt, endsAt, space, speaker, description }) => (
          <tr key={id}>
            <td>
              {format.date(startsAt, 'time')}
              <span className={styles.under}>{format.date(endsAt, 'time')}</span>
            </td>
            <th scope="row">
              {title}
              <span className={styles.under}>
                {[tGathering(`kind.${kind}`), space, speaker].filter(Boolean).join(' · ')}
              </span>
              {description === '' ? null : <span className={styles.under}>{description}</span>}
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
