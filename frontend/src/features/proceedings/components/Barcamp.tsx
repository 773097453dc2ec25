import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Markdown } from '@/ui/Markdown'
import { StatePill } from '@/ui/StatePill'
import { proceedingsWords } from '../messages'
import { named, type Proceedings } from '../proceedings'
import { Entries, type ChapterProps } from './Chapter'
import { Entry, Part } from './Entry'
import styles from './Proceedings.module.css'

type Contribution = Proceedings['contributions'][number]

/** What people brought: practice sheets, then questions with their answers. */
export function Barcamp({ proceedings, onChanged }: ChapterProps) {
  const t = useWords(proceedingsWords)
  const kinds = (['PEPITE', 'QUESTION'] as const)
    .map((kind) => ({ kind, list: proceedings.contributions.filter((one) => one.kind === kind) }))
    .filter(({ list }) => list.length > 0)
  return (
    <Entries
      proceedings={proceedings}
      onChanged={onChanged}
      entries={proceedings.contributions}
      none={t('barcampNone')}
    >
      {kinds.map(({ kind, list }) => (
        <div key={kind} className={styles.group}>
          <p className={styles.groupTitle}>{t(kind === 'PEPITE' ? 'pepites' : 'questions')}</p>
          {list.map((contribution) => (
            <Sheet
              key={contribution.id}
              proceedings={proceedings}
              onChanged={onChanged}
              contribution={contribution}
            />
          ))}
        </div>
      ))}
    </Entries>
  )
}

function Sheet({ proceedings, onChanged, contribution }: ChapterProps & { contribution: Contribution }) {
  const t = useWords(proceedingsWords)
  const say = useStates()
  const format = useFormat()
  const { id, kind, title, state, author, support, answers, promisedBy, promisedFor, links } = contribution
  const isOpen = kind === 'QUESTION' && state !== 'ANSWERED'
  return (
    <Entry
      proceedings={proceedings}
      kind="CONTRIBUTION"
      id={id}
      title={title}
      isPublic={contribution.public}
      onChanged={onChanged}
      state={kind === 'QUESTION' ? <StatePill {...say('Contribution', state)} /> : undefined}
      meta={[
        author === null ? null : t('broughtBy', { who: named(author) }),
        support === 0 ? null : t('votes', { count: support }),
      ]}
    >
      <Part title={t('context')} text={contribution.context} />
      <Part title={t('done')} text={contribution.done} />
      <Part title={t('results')} text={contribution.results} />
      <Part title={t('reuse')} text={contribution.reuse} />
      {links.length === 0 ? null : (
        <div className={styles.part}>
          <h4>{t('links')}</h4>
          <ul>
            {links.map((link) => (
              <li key={link}>
                <Link isExternal href={link}>
                  {link}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {answers.map(({ text, accepted, author: by }, index) => (
        <div key={index} className={styles.part}>
          <h4>
            {t(accepted ? 'accepted' : 'answers')}
            {by === null ? null : <span className={styles.under}>{t('answerBy', { who: named(by) })}</span>}
          </h4>
          <Markdown text={text} />
        </div>
      ))}
      {isOpen && promisedFor !== null ? (
        <p>
          {promisedBy === null
            ? t('promised', { date: format.date(promisedFor) })
            : t('promisedBy', { who: named(promisedBy), date: format.date(promisedFor) })}
        </p>
      ) : null}
      {isOpen && answers.length === 0 && promisedFor === null ? (
        <p className={styles.none}>{t('answerNone')}</p>
      ) : null}
    </Entry>
  )
}
