import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Card, CardMeta, CardTitle } from '@/ui/Card'
import { CentreBadge } from '@/ui/CentreBadge'
import { Pill } from '@/ui/Pill'
import { StatePill } from '@/ui/StatePill'
import { listWords } from '../listMessages'
import styles from './ProjectCard.module.css'
import { ProjectHealth, projectHealth } from './ProjectHealth'
import { Signatures } from './Signatures'
import { useThemeLabel } from '@/app/themes'

export const projectCard = graphql(
  `
    fragment ProjectCard on JointProject {
      id
      title
      purpose
      state
      startsOn
      endsOn
      signedCount
      partnerCount
      minimumPartners
      leadCentre {
        id
        shortName
      }
      themes {
        id
        labelFr
        labelEn
      }
      viewerPartnership {
        id
        viewerCanSign
      }
      ...ProjectHealth
    }
  `,
  [projectHealth],
)

/** A project to pick up from a list: who leads it, who has signed, until when, how it is doing. */
export function ProjectCard({ project }: { project: FragmentOf<typeof projectCard> }) {
  const found = readFragment(projectCard, project)
  const t = useWords(listWords)
  const say = useStates()
  const format = useFormat()
  const themeLabel = useThemeLabel()
  const isAwaited = found.viewerPartnership?.viewerCanSign === true
  return (
    <Card as="li" tone={isAwaited ? 'signal' : 'plain'}>
      <CardMeta>
        <StatePill {...say('JointProject', found.state)} />
        <ProjectHealth project={found} />
        {isAwaited ? <Pill tone="signal">{t('yourSignature')}</Pill> : null}
      </CardMeta>
      <CardTitle href={addresses.project(found.id)} level={2}>
        {found.title}
      </CardTitle>
      <p className={styles.purpose}>{found.purpose}</p>
      {found.themes.length === 0 ? null : (
        <CardMeta>
          {found.themes.map((theme) => (
            <Pill key={theme.id}>{themeLabel(theme)}</Pill>
          ))}
        </CardMeta>
      )}
      <div className={styles.foot}>
        <CentreBadge name={found.leadCentre.shortName} href={addresses.centre(found.leadCentre.id)} />
        <Signatures
          signed={found.signedCount}
          partners={found.partnerCount}
          minimum={found.minimumPartners}
        />
        <span>{t('until', { date: format.date(found.endsOn, 'dayShort') })}</span>
      </div>
    </Card>
  )
}
