import { useWords } from '@/i18n/useWords'
import { listWords } from '../listMessages'
import styles from './Signatures.module.css'

export interface SignaturesProps {
  signed: number
  partners: number
  /** Partners that must have signed before the project can be committed: marked on the bar. */
  minimum?: number
}

const drawn = 10

/** How many of the partners have signed: a mark for each, and the same in words. */
export function Signatures({ signed, partners, minimum }: SignaturesProps) {
  const t = useWords(listWords)
  if (partners === 0) return <span className={styles.none}>{t('noPartner')}</span>
  return (
    <span className={styles.signatures}>
      {partners > drawn ? null : (
        <span aria-hidden="true" className={styles.marks}>
          {Array.from({ length: partners }, (_, index) => (
            <span
              key={index}
              className={`${index < signed ? styles.signed : styles.awaited} ${index + 1 === minimum ? styles.enough : ''}`}
            />
          ))}
        </span>
      )}
      <span aria-hidden="true">{t('signedShort', { signed, partners })}</span>
      <span className="visually-hidden">{t('signedSpoken', { signed, partners })}</span>
    </span>
  )
}
