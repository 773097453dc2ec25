import { useState } from 'react'
import { graphql } from '@/app/graphql'
import { ReadOn } from '@/app/ReadOn'
import { eventLine } from '@/features/journal/components/EventLine'
import { EventList } from '@/features/journal/components/EventList'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { NewItems } from '@/ui/NewItems'
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

export interface JournalProps {
  projectId: string
  /** Facts by others since the list was read: they wait until they are asked for. */
  news: number
  onShown: () => void
}

/** What has happened to the project, the latest first. */
export function Journal({ projectId, news, onShown }: JournalProps) {
  const t = useWords(pageWords)
  const [turn, setTurn] = useState(0)
  return (
    <Section title={t('journal')}>
      <NewItems
        count={news}
        onShow={() => {
          setTurn((count) => count + 1)
          onShown()
        }}
      />
      <ReadOn
        key={turn}
        query={journalQuery}
        variables={{ id: projectId }}
        find={(data) => data.jointProject?.events}
        empty={<EmptyState title={t('journalEmpty')} />}
      >
        {(events) => <EventList label={t('journal')} events={events} about={projectId} />}
      </ReadOn>
    </Section>
  )
}
