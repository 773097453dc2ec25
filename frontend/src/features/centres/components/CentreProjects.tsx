import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import type { CentrePageData } from '../centre'
import { centreWords } from '../messages'
import styles from './CentreLines.module.css'

type Partnership = CentrePageData['partnerships']['nodes'][number]

/** The projects of a centre: its part in each, what it gives, and how its signature stands. */
export function CentreProjects({ partnerships }: { partnerships: readonly Partnership[] }) {
  const t = useWords(centreWords)
  return (
    <LineList label={t('jointProjects')}>
      {partnerships.map((partnership) => (
        <li key={partnership.id} className={styles.line}>
          <CentreProject partnership={partnership} />
        </li>
      ))}
    </LineList>
  )
}

function CentreProject({ partnership }: { partnership: Partnership }) {
  const t = useWords(centreWords)
  const say = useStates()
  const { jointProject, role, state, commitment } = partnership
  const isLead = role === 'LEAD'
  return (
    <>
      <div className={styles.what}>
        <Link href={addresses.project(jointProject.id)} className={styles.title!}>
          {jointProject.title}
        </Link>
        <span className={styles.note}>
          {isLead
            ? t('leads')
            : `${t(`partner.${role}`)} · ${t('ledBy', { centre: jointProject.leadCentre.shortName })}`}
          {' · '}
          {t('days', { days: commitment.personDays })}
          {isLead ? null : ` · ${say('JointProject', jointProject.state).label}`}
        </span>
      </div>
      <StatePill {...(isLead ? say('JointProject', jointProject.state) : say('Partnership', state))} />
    </>
  )
}
