import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { agendaWords } from '../agendaMessages'
import styles from './Releases.module.css'

export const agendaRelease = graphql(`
  fragment AgendaRelease on AgendaRelease {
    id
    number
    note
    at
    by {
      id
      name
    }
    changes {
      id
      kind
      title
      startsAt
      space
      formerStartsAt
      formerSpace
    }
  }
`)

/** The releases of a programme, the latest first, each with what it changed. */
export function Releases({ releases }: { releases: readonly FragmentOf<typeof agendaRelease>[] }) {
  const t = useWords(agendaWords)
  const format = useFormat()
  return (
    <LineList label={t('releases')}>
      {releases.map((each) => {
        const { id, number, note, at, by, changes } = readFragment(agendaRelease, each)
        const when = format.date(at, 'dayAndTime')
        return (
          <li key={id} className={styles.release}>
            <p>
              <strong>{t('release', { number })}</strong>{' '}
              <span className={styles.by}>
                {by === null
                  ? t('publishedAlone', { when })
                  : t.rich('published', {
                      when,
                      name: (
                        <Link href={addresses.person(by.id)} quiet>
                          {by.name}
                        </Link>
                      ),
                    })}
              </span>
            </p>
            <p>{note === '' ? t('noNote') : note}</p>
            {changes.length === 0 ? null : (
              <details>
                <summary>{t('changes', { count: changes.length })}</summary>
                <ul className={styles.changes}>
                  {changes.map((change) => (
                    <li key={change.id}>
                      <Pill tone={change.kind === 'CANCELLED' ? 'danger' : 'plain'}>
                        {t(`change.${change.kind}`)}
                      </Pill>
                      <span>
                        {change.title}
                        <span className={styles.by}>
                          {' '}
                          {format.date(change.startsAt, 'dayAndTime')}
                          {change.space === '' ? '' : `, ${change.space}`}
                          {change.kind === 'MOVED' && change.formerStartsAt !== null
                            ? ` (${t('from', {
                                time: format.date(change.formerStartsAt, 'dayAndTime'),
                                room: change.formerSpace === '' ? 'none' : 'some',
                                place: change.formerSpace,
                              })})`
                            : ''}
                        </span>
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        )
      })}
    </LineList>
  )
}
