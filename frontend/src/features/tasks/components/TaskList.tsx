import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useLive } from '@/app/live'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { taskWords } from '../messages'
import { AddTaskDialog } from './AddTask'
import { TaskCard, taskCard } from './TaskCard'
import styles from './TaskCard.module.css'

const tasksQuery = graphql(
  `
    query Tasks($first: Int!) {
      viewer {
        id
        tasks(filter: { states: [OPEN] }, first: $first) {
          nodes {
            id
            ...TaskCard
          }
          pageInfo {
            hasNextPage
          }
          totalCount
        }
      }
    }
  `,
  [taskCard],
)

const step = 8
/** What the server gives at once; who has more than that open begins with these. */
const most = 100

/** What waits for the viewer, the most urgent first; it follows what happens while one looks. */
export function TaskList() {
  const t = useWords(taskWords)
  const isGuest = useViewer().staffMember.job === 'GUEST'
  const [first, setFirst] = useState(step)
  const [isAdding, setAdding] = useState(false)
  const [result, ask] = useQuery({ query: tasksQuery, variables: { first } })
  const again = () => ask({ requestPolicy: 'network-only' })
  useLive({}, (facts) => {
    if (facts.some(({ verb }) => verb.startsWith('TASK_'))) again()
  })
  const add = isGuest ? undefined : (
    <Button size="s" icon={<Plus aria-hidden="true" />} onPress={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <Section title={t('title')} count={result.data?.viewer?.tasks.totalCount} actions={add}>
      <Loaded
        result={result}
        find={(data) => data.viewer?.tasks}
        onRetry={again}
        skeleton={<Skeleton lines={4} />}
      >
        {({ nodes, pageInfo, totalCount }) =>
          nodes.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t(isGuest ? 'emptyTextGuest' : 'emptyText')}</EmptyState>
          ) : (
            <>
              <ul className={styles.list} aria-label={t('title')}>
                {nodes.map((task) => (
                  <TaskCard key={task.id} task={task} />
                ))}
              </ul>
              <LoadMore
                hasMore={pageInfo.hasNextPage && first < most}
                onMore={() => setFirst(Math.min(first * 3, most))}
                isLoading={result.fetching}
                shown={nodes.length}
                total={totalCount}
              />
            </>
          )
        }
      </Loaded>
      {isGuest ? null : <AddTaskDialog isOpen={isAdding} onClose={() => setAdding(false)} />}
    </Section>
  )
}
