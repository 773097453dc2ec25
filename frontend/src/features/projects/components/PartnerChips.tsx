import { useStates } from '@/app/states'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { StateShape } from '@/ui/StatePill'
import { pageWords } from '../pageMessages'
import { partnerParts, type Project } from '../project'
import styles from './PartnerChips.module.css'

/** The centres that were asked, each with the shape and the word of its answer. */
export function PartnerChips({ project }: { project: Project }) {
  const t = useWords(pageWords)
  const say = useStates()
  const parts = partnerParts(project)
  if (parts.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('partners')}>
      {parts.map(({ id, centre, state }) => {
        const { label, tone } = say('Partnership', state)
        return (
          <li key={id} className={`${styles.chip} ${styles[tone] ?? ''}`} title={label}>
            <StateShape tone={tone} />
            <Link href={addresses.centre(centre.id)} quiet>
              {centre.shortName}
            </Link>
            <span className={styles.state}>{label}</span>
          </li>
        )
      })}
    </ul>
  )
}
