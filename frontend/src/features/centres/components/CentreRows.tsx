import { FolderKanban, Users, UsersRound } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import type { CentreSummary } from '../centres'
import { centreWords } from '../messages'
import { regionName } from '../regions'
import styles from './CentreRows.module.css'

export interface CentreRowsProps {
  centres: readonly CentreSummary[]
  /** The centre pointed at on the map. */
  highlighted?: string
  onPoint: (id: string | undefined) => void
}

/** Centres under one another: who they are, where they are, and how much they do. */
export function CentreRows({ centres, highlighted, onPoint }: CentreRowsProps) {
  const t = useWords(centreWords)
  return (
    <ul className={styles.rows} aria-label={t('list')}>
      {centres.map((centre) => (
        <li key={centre.id}>
          <div
            className={`${styles.row} ${centre.id === highlighted ? styles.highlighted : ''}`}
            onPointerEnter={() => onPoint(centre.id)}
            onPointerLeave={() => onPoint(undefined)}
            onFocus={() => onPoint(centre.id)}
            onBlur={() => onPoint(undefined)}
          >
            <CentreRow centre={centre} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function CentreRow({ centre }: { centre: CentreSummary }) {
  const t = useWords(centreWords)
  const format = useFormat()
  return (
    <>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <Link href={addresses.centre(centre.id)} quiet>
            {centre.shortName}
          </Link>
        </h2>
        {centre.name === centre.shortName ? null : <p className={styles.full}>{centre.name}</p>}
        <p className={styles.place}>
          {centre.city}
          <span aria-hidden="true"> · </span>
          {format.list(centre.regions.map(regionName))}
        </p>
      </div>
      {centre.staffCount === null ? null : (
        <ul className={styles.counts}>
          <li>
            <Users aria-hidden="true" />
            {t('people', { count: centre.staffCount })}
          </li>
          <li>
            <UsersRound aria-hidden="true" />
            {t('groups', { count: centre.workingGroupCount ?? 0 })}
          </li>
          <li>
            <FolderKanban aria-hidden="true" />
            {t('projects', { count: centre.jointProjectCount ?? 0 })}
          </li>
        </ul>
      )}
    </>
  )
}
