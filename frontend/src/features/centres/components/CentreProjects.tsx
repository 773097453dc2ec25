import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import type { CentrePageData } from '../centre'
import { centreWords } from '../messages'

type Partnership = CentrePageData['partnerships']['nodes'][number]

/** The projects of a centre: its part in each, what it gives, and how its signature stands. */
export function CentreProjects({ partnerships }: { partnerships: readonly Partnership[] }) {
  const t = useWords(centreWords)
  return (
    <LineList label={t('jointProjects')}>
      {partnerships.map((partnership) => (
        <CentreProject key={partnership.id} partnership={partnership} />
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
    <Line
      name={
        <Link href={addresses.project(jointProject.id)} quiet>
          {jointProject.title}
        </Link>
      }
      note={
        <>
          {isLead
            ? t('leads')
            : `${t(`partner.${role}`)} · ${t('ledBy', { centre: jointProject.leadCentre.shortName })}`}
          {' · '}
          {t('days', { days: commitment.personDays })}
          {isLead ? null : ` · ${say('JointProject', jointProject.state).label}`}
        </>
      }
    >
      <StatePill {...(isLead ? say('JointProject', jointProject.state) : say('Partnership', state))} />
    </Line>
  )
}
