import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { centreLists } from '../addresses'
import type { CentrePageData } from '../centre'
import { centreWords } from '../messages'
import styles from './CentreTies.module.css'

export interface CentreTiesProps {
  centreId: string
  ties: CentrePageData['ties']['nodes']
}

/** The centres one is tied to, the strongest first; each tie leads to the facts that make it. */
export function CentreTies({ centreId, ties }: CentreTiesProps) {
  const t = useWords(centreWords)
  const format = useFormat()
  const highest = Math.max(...ties.map((tie) => tie.weight))
  return (
    <ol className={styles.ties} aria-label={t('ties')}>
      {ties.map(({ id, otherCentre, factCount, weight }) => (
        <li key={id} className={styles.tie}>
          <span className={styles.name}>
            <Link href={addresses.centre(otherCentre.id)} quiet>
              {otherCentre.shortName}
            </Link>
            <span className={styles.city}>{otherCentre.city}</span>
          </span>
          <span className={styles.weight}>{t('weight', { weight: format.number(weight) })}</span>
          <Link
            href={centreLists.facts(centreId, otherCentre.id)}
            aria-label={t('factsOf', { count: factCount, centre: otherCentre.shortName })}
          >
            {t('facts', { count: factCount })}
          </Link>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.fill} style={{ width: `${(weight / highest) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  )
}
