import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { ReadOn } from '@/app/ReadOn'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { HealthPill } from '@/ui/HealthPill'
import { Prose } from '@/ui/Layout'
import { PersonLine } from '@/ui/PersonLine'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { pageWords } from '../pageMessages'
import type { Project } from '../project'
import styles from './StatusReports.module.css'

const statusReport = graphql(`
  fragment StatusReportCard on StatusReport {
    id
    health
    explanation
    done
    next
    periodStartsOn
    periodEndsOn
    createdAt
    author {
      id
      name
    }
  }
`)

const reportsQuery = graphql(
  `
    query StatusReports($id: ID!, $after: String) {
      jointProject(id: $id) {
        id
        statusReports(first: 10, after: $after) {
          nodes {
            id
            ...StatusReportCard
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [statusReport],
)

/** Where the project stood, report after report, the latest first. */
export function StatusReports({ project, onReport }: { project: Project; onReport: () => void }) {
  const t = useWords(pageWords)
  return (
    <Section
      title={t('points')}
      actions={
        project.viewerCanPostStatusReport ? (
          <Button size="s" onPress={onReport}>
            {t('report')}
          </Button>
        ) : undefined
      }
    >
      <ReadOn
        query={reportsQuery}
        variables={{ id: project.id }}
        find={(data) => data.jointProject?.statusReports}
        empty={
          <EmptyState title={t('pointsEmpty')}>
            {t(
              project.state === 'RUNNING' || project.state === 'SUSPENDED'
                ? 'pointsEmptyText'
                : 'pointsEarly',
            )}
          </EmptyState>
        }
      >
        {(reports) => (
          <ol className={styles.reports}>
            {reports.map((report) => (
              <Report key={report.id} report={report} />
            ))}
          </ol>
        )}
      </ReadOn>
    </Section>
  )
}

function Report({ report }: { report: FragmentOf<typeof statusReport> }) {
  const t = useWords(pageWords)
  const format = useFormat()
  const told = readFragment(statusReport, report)
  return (
    <li className={styles.report}>
      <div className={styles.head}>
        <h3 className={styles.period}>
          {format.dateRange(told.periodStartsOn, told.periodEndsOn, 'dayShort')}
        </h3>
        <HealthPill health={told.health} />
      </div>
      {told.explanation === '' ? null : <p className={styles.explanation}>{told.explanation}</p>}
      {told.done === '' ? null : (
        <div>
          <h4 className={styles.label}>{t('done')}</h4>
          <Prose>{told.done}</Prose>
        </div>
      )}
      {told.next === '' ? null : (
        <div>
          <h4 className={styles.label}>{t('nextSteps')}</h4>
          <Prose>{told.next}</Prose>
        </div>
      )}
      <PersonLine
        name={told.author.name}
        href={addresses.person(told.author.id)}
        detail={<RelativeTime at={told.createdAt} />}
        size="s"
      />
    </li>
  )
}
