import { addressOfKind } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { homeWords } from '../messages'
import styles from './NextDates.module.css'

export const nextDate = graphql(`
  fragment NextDate on DateEntry {
    on
    kind
    title
    objectKind
    objectId
  }
`)

/** The days that are near. */
export function NextDates({ dates }: { dates: readonly FragmentOf<typeof nextDate>[] }) {
  const t = useWords(homeWords)
  const format = useFormat()
  const entries = dates.map((date) => readFragment(nextDate, date))
  return (
    <Section title={t('dates')}>
      {entries.length === 0 ? (
        <p className={styles.none}>{t('datesEmpty')}</p>
      ) : (
        <LineList label={t('dates')}>
          {entries.map((entry) => {
            const href = addressOfKind(entry.objectKind, entry.objectId)
            return (
              <li key={`${entry.kind}${entry.objectId}${entry.on}${entry.title}`} className={styles.entry}>
                <span className={styles.when}>
                  <time dateTime={entry.on}>{format.date(entry.on, 'dayShort')}</time>
                  <RelativeTime at={entry.on} />
                </span>
                {href === undefined ? (
                  <span>{entry.title}</span>
                ) : (
                  <Link href={href} quiet>
                    {entry.title}
                  </Link>
                )}
                <span className={styles.kind}>{t(`date.${entry.kind}`)}</span>
              </li>
            )
          })}
        </LineList>
      )}
    </Section>
  )
}
