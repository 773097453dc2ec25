import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useLive } from '@/app/live'
import { useAddress } from '@/app/useAddress'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { useWords } from '@/i18n/useWords'
import { later } from '@/ui/later'
import { Columns, Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { Tabs } from '@/ui/Tabs'
import { groupTabs, type GroupTab } from './addresses'
import { GroupAside, groupAside } from './components/GroupAside'
import { GroupHead, groupHead } from './components/GroupHead'
import { GroupStream } from './components/GroupStream'
import { groupMilestone } from './components/groupMilestone'
import { groupWords } from './messages'
import { toldHealth } from './toldHealth'

// The faces that are not the first one are fetched when they are turned to.
const Milestones = later(async () => (await import('./components/Milestones')).Milestones)
const Members = later(async () => (await import('./components/Members')).Members)

const groupQuery = graphql(
  `
    query Group($id: ID!) {
      workingGroup(id: $id) {
        id
        name
        state
        memberCount
        lastUpdate {
          id
          health
        }
        milestones {
          id
          state
          ...GroupMilestone
        }
        viewerCanJoin
        viewerCanPostUpdate
        viewerCanManageMilestones
        ...GroupHead
        ...GroupAside
      }
    }
  `,
  [groupMilestone, groupHead, groupAside],
)

const route = getRouteApi('/shell/groupes/$groupId')

/** One group: its head, and under it what it tells, plans and is made of. */
export function GroupPage() {
  const t = useWords(groupWords)
  const { groupId } = route.useParams()
  const [search, change] = useAddress<{ onglet?: string }>()
  const tab: GroupTab = groupTabs.find((known) => known === search.onglet) ?? 'fil'
  const [result, ask] = useQuery({ query: groupQuery, variables: { id: groupId } })
  const again = () => ask({ requestPolicy: 'network-only' })
  useLive({ workingGroupId: groupId }, again)
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.workingGroup}
      onRetry={again}
      skeleton={<Skeleton shape="page" lines={8} />}
    >
      {(group) => {
        const planned = group.milestones.filter(({ state }) => state === 'PLANNED' || state === 'PROPOSED')
        return (
          <Stack key={group.id}>
            <GroupHead group={group} />
            <Columns
              main={
                <Tabs<GroupTab>
                  label={t('tabs')}
                  selected={tab}
                  onSelect={(onglet) => change({ onglet: onglet === 'fil' ? undefined : onglet })}
                  items={[
                    {
                      id: 'fil',
                      label: t('stream'),
                      content: (
                        <GroupStream group={group} lastHealth={toldHealth(group.lastUpdate?.health)} />
                      ),
                    },
                    {
                      id: 'jalons',
                      label: t('milestones'),
                      count: planned.length,
                      content: (
                        <Suspense fallback={<Skeleton lines={4} />}>
                          <Milestones
                            groupId={group.id}
                            milestones={group.milestones}
                            canManage={group.viewerCanManageMilestones}
                          />
                        </Suspense>
                      ),
                    },
                    {
                      id: 'membres',
                      label: t('members'),
                      count: group.memberCount,
                      content: (
                        <Suspense fallback={<Skeleton lines={4} />}>
                          <Members groupId={group.id} />
                        </Suspense>
                      ),
                    },
                    {
                      id: 'parcours',
                      label: t('thread'),
                      content: (
                        <Section title={t('thread')} lead={t('threadLead')}>
                          <ObjectThread id={group.id} />
                        </Section>
                      ),
                    },
                  ]}
                />
              }
              aside={<GroupAside group={group} />}
            />
          </Stack>
        )
      }}
    </Loaded>
  )
}
