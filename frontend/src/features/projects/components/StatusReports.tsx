import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { HealthPill } from '@/ui/HealthPill'
import { Prose } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'
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

const perPage = 10

/** Where the project stood, report after report, the latest first. */
export function StatusReports({ project, onReport }: { project: Project; onReport: () => void }) {
  const t = useWords(pageWords)
  const [pages, setPages] = useState(1)
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
      <ReportPage
        project={project}
        after={null}
        shown={perPage}
        pages={pages}
        onMore={() => setPages(pages + 1)}
      />
    </Section>
  )
}

/** One page of reports, and after it the next when it has been asked for: a new report on top shifts them all alike. */
function ReportPage({
  project,
  after,
  shown,
  pages,
  onMore,
}: {
  project: Project
  after: string | null
  shown: number
  pages: number
  onMore: () => void
}) {
  const t = useWords(pageWords)
  const [result, again] = useQuery({ query: reportsQuery, variables: { id: project.id, after } })
  return (
    <Loaded
      result={result}
      find={(data) => data.jointProject?.statusReports}
      onRetry={() => again({ requestPolicy: 'network-only' })}
    >
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {nodes.length === 0 && after === null ? (
            <EmptyState title={t('pointsEmpty')}>
              {t(
                project.state === 'RUNNING' || project.state === 'SUSPENDED'
                  ? 'pointsEmptyText'
                  : 'pointsEarly',
              )}
            </EmptyState>
          ) : (
            <ol className={styles.reports}>
              {nodes.map((report) => (
                <Report key={report.id} report={report} />
              ))}
            </ol>
          )}
          {pages > 1 && pageInfo.hasNextPage ? (
            <ReportPage
              project={project}
              after={pageInfo.endCursor}
              shown={shown + perPage}
              pages={pages - 1}
              onMore={onMore}
            />
          ) : (
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              onMore={onMore}
              shown={shown - perPage + nodes.length}
              total={totalCount}
            />
          )}
        </>
      )}
    </Loaded>
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
