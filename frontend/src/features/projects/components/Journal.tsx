import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { eventLine } from '@/features/journal/components/EventLine'
import { EventList } from '@/features/journal/components/EventList'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Loaded } from '@/ui/Loaded'
import { NewItems } from '@/ui/NewItems'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { pageWords } from '../pageMessages'

const journalQuery = graphql(
  `
    query ProjectJournal($id: ID!, $after: String) {
      jointProject(id: $id) {
        id
        events(first: 20, after: $after) {
          nodes {
            id
            ...EventLine
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
  [eventLine],
)

const perPage = 20

export interface JournalProps {
  projectId: string
  /** Facts by others since the list was read: they wait until they are asked for. */
  news: number
  onShown: () => void
}

/** What has happened to the project, the latest first. */
export function Journal({ projectId, news, onShown }: JournalProps) {
  const t = useWords(pageWords)
  const [pages, setPages] = useState(1)
  return (
    <Section title={t('journal')}>
      <JournalPage
        projectId={projectId}
        after={null}
        shown={perPage}
        pages={pages}
        onMore={() => setPages(pages + 1)}
        news={news}
        onShown={onShown}
      />
    </Section>
  )
}

/** One page of facts, and after it the next when it has been asked for. */
function JournalPage({
  projectId,
  after,
  shown,
  pages,
  onMore,
  news = 0,
  onShown,
}: {
  projectId: string
  after: string | null
  shown: number
  pages: number
  onMore: () => void
  news?: number
  onShown?: () => void
}) {
  const t = useWords(pageWords)
  const [result, again] = useQuery({ query: journalQuery, variables: { id: projectId, after } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <>
      {onShown === undefined ? null : (
        <NewItems
          count={news}
          onShow={() => {
            readAgain()
            onShown()
          }}
        />
      )}
      <Loaded result={result} find={(data) => data.jointProject?.events} onRetry={readAgain}>
        {({ nodes, pageInfo, totalCount }) => (
          <>
            {nodes.length === 0 && after === null ? (
              <EmptyState title={t('journalEmpty')} />
            ) : (
              <EventList label={t('journal')} events={nodes} about={projectId} />
            )}
            {pages > 1 && pageInfo.hasNextPage ? (
              <JournalPage
                projectId={projectId}
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
    </>
  )
}
