import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { pageWords } from '../pageMessages'
import { signedTerms, type Part } from '../project'
import styles from './Engagements.module.css'

/** Who answered for a centre, when, and in which words. */
export function PartAnswer({ part }: { part: Part }) {
  const t = useWords(pageWords)
  const format = useFormat()
  const day = (moment: string) => format.date(moment, 'dayShort')
  const signed = signedTerms(part)
  const name = part.answeredBy?.name ?? ''
  const line = () => {
    switch (part.state) {
      case 'PROPOSED':
        return t(part.role === 'LEAD' ? 'signedBySending' : 'notAsked')
      case 'INVITED':
      case 'NO_REPLY':
        return part.invitedAt === null ? null : t('askedOn', { date: day(part.invitedAt) })
      case 'TO_RECONFIRM':
        return signed?.signedAt
          ? t('reconfirmOf', {
              name: signed.signedBy?.name ?? '',
              date: day(signed.signedAt),
              version: signed.version,
            })
          : null
      case 'DECLINED':
        return part.answeredAt === null ? null : t('declinedOn', { name, date: day(part.answeredAt) })
      case 'WITHDRAWN':
        return part.answeredAt === null ? null : t('withdrawnOn', { name, date: day(part.answeredAt) })
      default:
        return signed?.signedAt
          ? signed.signedBy
            ? t('signedOn', { name: signed.signedBy.name, date: day(signed.signedAt) })
            : t('signedOnNobody', { date: day(signed.signedAt) })
          : null
    }
  }
  const text = line()
  return (
    <>
      {text === null ? null : <span className={styles.by}>{text}</span>}
      {part.answerNote === '' ? null : <q className={styles.note}>{part.answerNote}</q>}
      {part.centreLoad === null || part.state === 'ENDED' ? null : (
        <span className={styles.by}>{t('load', { count: part.centreLoad })}</span>
      )}
    </>
  )
}
