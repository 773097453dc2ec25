import { Suspense, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { TaskList } from '@/features/tasks/components/TaskList'
import { useWords } from '@/i18n/useWords'
import { later } from '@/ui/later'
import { Columns, Stack } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { LiveGathering, liveGathering } from './components/LiveGathering'
import { mineGroup, mineProject, MyGroups, MyProjects } from './components/Mine'
import { NextDates, nextDate } from './components/NextDates'
import { homeWords } from './messages'

// What waits comes first; the sentences of what moved follow.
const Moved = later(async () => (await import('./components/Moved')).Moved)

const homeQuery = graphql(
  `
    query Home {
      viewer {
        id
        activeWorkingGroupCount
        attentionWorkingGroupCount
        runningJointProjectCount
        dates {
          on
          ...NextDate
        }
      }
      live: gatherings(filter: { states: [LIVE] }, first: 3) {
        nodes {
          id
          ...LiveGathering
        }
      }
      mine: workingGroups(filter: { mine: true }, first: 6) {
        nodes {
          id
          ...MineGroup
        }
        pageInfo {
          hasNextPage
        }
      }
      ours: jointProjects(filter: { mine: true }, first: 6) {
        nodes {
          id
          ...MineProject
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [nextDate, liveGathering, mineGroup, mineProject],
)

const linkTo = (href: string) => (parts: ReactNode[]) => (
  <Link key={href} href={href}>
    {parts}
  </Link>
)

/** Where one arrives: what waits for me, what moved, what is near. A guest of one gathering sees that gathering's part. */
export function HomePage() {
  const t = useWords(homeWords)
  const viewer = useViewer()
  const isGuest = viewer.staffMember.job === 'GUEST'
  const [result, ask] = useQuery({ query: homeQuery })
  const { data } = result
  const pulse =
    !data?.viewer || isGuest
      ? undefined
      : t.rich('pulse', {
          groups: data.viewer.activeWorkingGroupCount,
          projects: data.viewer.runningJointProjectCount,
          attention: data.viewer.attentionWorkingGroupCount,
          toWorking: linkTo(`${addresses.groups()}?etat=${encodeURIComponent('["ACTIVE"]')}`),
          toRunning: linkTo(`${addresses.projects()}?etat=${encodeURIComponent('["RUNNING"]')}`),
          toAttention: linkTo(`${addresses.groups()}?attention=true`),
        })
  return (
    <Stack>
      <PageHeader title={t('hello', { name: viewer.staffMember.givenName })} lead={pulse} />
      {data?.live.nodes.map((gathering) => (
        <LiveGathering key={gathering.id} gathering={gathering} />
      ))}
      <Columns
        main={
          <>
            <TaskList />
            <Suspense fallback={<Skeleton lines={6} />}>
              <Moved viewerId={viewer.id} />
            </Suspense>
          </>
        }
        aside={
          <Loaded
            result={result}
            find={(found) => found}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
          >
            {(found) => (
              <>
                <NextDates dates={found.viewer?.dates ?? []} />
                {isGuest ? null : (
                  <>
                    <MyGroups nodes={found.mine.nodes} more={found.mine.pageInfo.hasNextPage} />
                    <MyProjects nodes={found.ours.nodes} more={found.ours.pageInfo.hasNextPage} />
                  </>
                )}
              </>
            )}
          </Loaded>
        }
      />
    </Stack>
  )
}
