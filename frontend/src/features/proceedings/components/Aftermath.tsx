import { addressOfKind } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { StatePill } from '@/ui/StatePill'
import { Table } from '@/ui/Table'
import { proceedingsWords } from '../messages'
import { named, resultsOf, type Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

interface PartProps {
  proceedings: Proceedings
}

/** The vote, once it is closed. */
export function Results({ proceedings }: PartProps) {
  const t = useWords(proceedingsWords)
  const format = useFormat()
  const results = resultsOf(proceedings)
  if (results.length === 0)
    return <p className={styles.none}>{t(proceedings.voteClosed ? 'resultsEmpty' : 'resultsNone')}</p>
  return (
    <Table
      label={t('chapter.results')}
      rowKey={({ id }) => id}
      rows={results}
      columns={[
        {
          id: 'topic',
          header: t('topic'),
          isRowHeader: true,
          cell: ({ id, title }) => <a href={`#${id}`}>{title}</a>,
        },
        {
          id: 'dots',
          header: t('dotsColumn'),
          align: 'end',
          cell: ({ dots }) => format.number(dots ?? 0),
        },
      ]}
    />
  )
}

/** What came of it: groups, projects, and answers that were promised. */
export function Outcomes({ proceedings }: PartProps) {
  const t = useWords(proceedingsWords)
  const say = useStates()
  const format = useFormat()
  const { outcomes, promises, publicPart } = proceedings
  if (outcomes.length + promises.length === 0) return <p className={styles.none}>{t('outcomesNone')}</p>
  const kinds = [
    { kind: 'WORKING_GROUP', type: 'WorkingGroup', label: t('groups') },
    { kind: 'JOINT_PROJECT', type: 'JointProject', label: t('projects') },
  ] as const
  return (
    <>
      {kinds.map(({ kind, type, label }) => {
        const list = outcomes.filter((outcome) => outcome.kind === kind)
        return list.length === 0 ? null : (
          <div key={kind} className={styles.group}>
            <h3>{label}</h3>
            <LineList label={label}>
              {list.map(({ id, title, state, originTitle }) => (
                <li key={id}>
                  <To href={publicPart ? undefined : addressOfKind(kind, id)}>{title}</To>{' '}
                  <StatePill {...say(type, state)} />
                  <span className={styles.under}>{t('from', { title: originTitle })}</span>
                </li>
              ))}
            </LineList>
          </div>
        )
      })}
      {promises.length === 0 ? null : (
        <div className={styles.group}>
          <h3>{t('promises')}</h3>
          <LineList label={t('promises')}>
            {promises.map(({ subjectKind, subjectId, subject, by, dueOn, kept }) => (
              <li key={subjectId}>
                <To href={publicPart ? undefined : addressOfKind(subjectKind, subjectId)}>{subject}</To>{' '}
                <Pill tone={kept ? 'good' : 'signal'}>{t(kept ? 'kept' : 'owed')}</Pill>
                <span className={styles.under}>
                  {[
                    by === null ? '' : t('owedBy', { who: named(by) }),
                    t('dueBefore', { date: format.date(dueOn) }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </LineList>
        </div>
      )}
    </>
  )
}

function To({ href, children }: { href: string | undefined; children: string }) {
  return href === undefined ? children : <Link href={href}>{children}</Link>
}

/** The centres that took part. */
export function Centres({ proceedings: { centres } }: PartProps) {
  const t = useWords(proceedingsWords)
  if (centres.length === 0) return <p className={styles.none}>{t('centresNone')}</p>
  return (
    <>
      <p>{t('centresLead')}</p>
      <ul className={styles.centres}>
        {centres.map(({ name, city, people }) => (
          <li key={name}>
            {name}
            <span className={styles.under}>
              {[city, people === 0 ? '' : t('centrePeople', { count: people })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
