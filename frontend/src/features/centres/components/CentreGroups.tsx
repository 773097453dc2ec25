import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import type { CentrePageData } from '../centre'
import { centreWords } from '../messages'
import styles from './CentreLines.module.css'

/** The groups in which a centre's team has members, the latest activity first. */
export function CentreGroups({ groups }: { groups: CentrePageData['workingGroups']['nodes'] }) {
  const t = useWords(centreWords)
  const say = useStates()
  return (
    <LineList label={t('workingGroups')}>
      {groups.map((group) => (
        <li key={group.id} className={styles.line}>
          <div className={styles.what}>
            <Link href={addresses.group(group.id)} quiet className={styles.title!}>
              {group.name}
            </Link>
            <span className={styles.note}>
              {t('groupSize', { people: group.memberCount, centres: group.centreCount })}
            </span>
          </div>
          <StatePill {...say('WorkingGroup', group.state)} />
        </li>
      ))}
    </LineList>
  )
}
