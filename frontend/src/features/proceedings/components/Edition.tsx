import type { ReactNode } from 'react'
import { addresses, whole } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { proceedingsWords } from '../messages'
import { editionAddress, type Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

export const isLast = ({ edition, editions }: Proceedings) => edition === editions.length

/** Which edition this is and what it corrects, whether a newer one exists, and the way to the others. */
export function Edition({
  proceedings: p,
  base,
  children,
}: {
  proceedings: Proceedings
  /** Where the last edition is read. */
  base: string
  children: ReactNode
}) {
  const t = useWords(proceedingsWords)
  const format = useFormat()
  if (p.finalAt === null || p.address === null) return null
  const told = { number: p.edition, date: format.date(p.finalAt) }
  const own = editionAddress(addresses.publicProceedings(p.address), p.edition)
  return (
    <>
      {isLast(p) ? null : (
        <Banner tone="signal" title={t('newer')}>
          {t('newerText', { number: p.edition, last: p.editions.length })}{' '}
          <Link href={base}>{t('readLast')}</Link>
        </Banner>
      )}
      <Banner
        tone={isLast(p) ? 'good' : 'info'}
        title={t(p.edition === 1 ? 'firstText' : 'editionText', told)}
      >
        {p.note === '' ? null : <p className={styles.note}>{t('corrects', { note: p.note })}</p>}
        {children}
        <p className={styles.note}>
          {t('permanentEdition')} <Link href={own}>{whole(own)}</Link>
        </p>
        {p.editions.length < 2 ? null : (
          <details className={styles.editions}>
            <summary>{t('editions', { count: p.editions.length })}</summary>
            <LineList label={t('editions', { count: p.editions.length })}>
              {p.editions.map(({ number, note, at }) => (
                <li key={number}>
                  {number === p.edition ? (
                    `${t('edition', { number })} (${t('thisOne')})`
                  ) : (
                    <Link href={editionAddress(base, number)}>{t('edition', { number })}</Link>
                  )}
                  <span className={styles.under}>{[format.date(at), note].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </LineList>
          </details>
        )}
      </Banner>
    </>
  )
}
