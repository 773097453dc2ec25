import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { RelativeTime } from '@/ui/RelativeTime'
import { StatePill } from '@/ui/StatePill'
import { Table } from '@/ui/Table'
import { listWords } from '../listMessages'
import { ProjectHealth, projectHealth } from './ProjectHealth'
import styles from './ProjectTable.module.css'
import { Signatures } from './Signatures'

export const projectRow = graphql(
  `
    fragment ProjectRow on JointProject {
      id
      title
      state
      startsOn
      endsOn
      signedCount
      partnerCount
      minimumPartners
      lastActivityAt
      leadCentre {
        id
        shortName
      }
      ...ProjectHealth
    }
  `,
  [projectHealth],
)

/** The same projects as lines that can be compared. */
export function ProjectTable({ projects }: { projects: readonly FragmentOf<typeof projectRow>[] }) {
  const t = useWords(listWords)
  const say = useStates()
  const format = useFormat()
  return (
    <Table
      label={t('list')}
      rows={projects.map((project) => readFragment(projectRow, project))}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'title',
          header: t('project'),
          isRowHeader: true,
          cell: (row) => (
            <Link href={addresses.project(row.id)} quiet>
              {row.title}
            </Link>
          ),
        },
        {
          id: 'lead',
          header: t('leadCentre'),
          cell: (row) => (
            <Link href={addresses.centre(row.leadCentre.id)} quiet>
              {row.leadCentre.shortName}
            </Link>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          cell: (row) => (
            <span className={styles.pill}>
              <StatePill {...say('JointProject', row.state)} />
            </span>
          ),
        },
        {
          id: 'signatures',
          header: t('signatures'),
          cell: (row) => (
            <Signatures signed={row.signedCount} partners={row.partnerCount} minimum={row.minimumPartners} />
          ),
        },
        {
          id: 'health',
          header: t('health'),
          cell: (row) => (
            <span className={styles.pill}>
              <ProjectHealth project={row} />
            </span>
          ),
        },
        {
          id: 'term',
          header: t('term'),
          cell: (row) => format.dateRange(row.startsOn, row.endsOn, 'dayShort'),
        },
        {
          id: 'last',
          header: t('lastActivity'),
          hideOnPhone: true,
          cell: (row) => <RelativeTime at={row.lastActivityAt} />,
        },
      ]}
    />
  )
}
