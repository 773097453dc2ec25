import { addressOfKind } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { proceedingsWords } from '../messages'
import { named, type Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

/** What the document lacks, said as plainly as what it has. */
export function Missing({ proceedings }: { proceedings: Proceedings }) {
  const t = useWords(proceedingsWords)
  return proceedings.missing.length === 0 ? (
    <p className={styles.none}>{t('missingNone')}</p>
  ) : (
    <>
      <p>{t('missingLead')}</p>
      <MissingList proceedings={proceedings} />
    </>
  )
}

/** The list itself, for whoever has to read it before the document is final. */
export function MissingList({ proceedings: { missing, publicPart } }: { proceedings: Proceedings }) {
  const t = useWords(proceedingsWords)
  const format = useFormat()
  return (
    <LineList label={t('chapter.missing')}>
      {missing.map(({ kind, subject, subjectKind, subjectId, person, dueOn }) => {
        const said = t(`missing.${kind}`, { subject })
        const href =
          publicPart || subjectKind === null || subjectId === null
            ? undefined
            : addressOfKind(subjectKind, subjectId)
        const more = [
          person === null ? '' : t('owedBy', { who: named(person) }),
          dueOn === null ? '' : t('dueBefore', { date: format.date(dueOn) }),
        ].filter(Boolean)
        return (
          <li key={`${kind} ${subjectId}`}>
            {href === undefined ? said : <Link href={href}>{said}</Link>}
            {more.length === 0 ? null : <span className={styles.under}>{more.join(', ')}</span>}
          </li>
        )
      })}
    </LineList>
  )
}
