import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { boardWords } from '../boardMessages'
import { useWall } from '../wall'
import styles from './PostponedTopics.module.css'

const postponedQuery = graphql(`
  query PostponedTopics($gatheringId: ID!, $after: String) {
    topics(filter: { postponedToId: $gatheringId }, first: 20, after: $after) {
      nodes {
        id
        title
        description
        intendedOutcome
        themes {
          id
        }
        forum {
          id
          gathering {
            id
            name
          }
        }
        resumedAs {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type PostponedTopic = ResultOf<typeof postponedQuery>['topics']['nodes'][number]

/** What earlier gatherings have put off to this one, and the way to take it up again. */
export function PostponedTopics({ onResume }: { onResume: (topic: PostponedTopic) => void }) {
  const [pages, setPages] = useState<(string | null)[]>([null])
  return pages.map((after, index) => (
    <Page
      key={after}
      after={after}
      isFirst={index === 0}
      onResume={onResume}
      onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
    />
  ))
}

function Page({
  after,
  isFirst,
  onResume,
  onMore,
}: {
  after: string | null
  isFirst: boolean
  onResume: (topic: PostponedTopic) => void
  onMore?: (after: string) => void
}) {
  const t = useWords(boardWords)
  const { forum } = useWall()
  const [{ data }] = useQuery({
    query: postponedQuery,
    variables: { gatheringId: forum.gathering.id, after },
  })
  const { nodes = [], pageInfo } = data?.topics ?? {}
  if (nodes.length === 0) return null
  const list = (
    <>
      <ul className={styles.list}>
        {nodes.map((topic) => (
          <li key={topic.id} className={styles.topic}>
            <div className={styles.text}>
              <Link href={addresses.topic(topic.id)}>{topic.title}</Link>
              <span className={styles.from}>{t('postponedFrom', { name: topic.forum.gathering.name })}</span>
            </div>
            {topic.resumedAs !== null ? (
              <Link href={addresses.topic(topic.resumedAs.id)}>{t('resumed')}</Link>
            ) : forum.viewerCanPropose ? (
              <Button
                size="s"
                icon={<CornerDownRight aria-hidden="true" />}
                aria-label={t('resumeTopic', { title: topic.title })}
                onPress={() => onResume(topic)}
              >
                {t('resume')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {pageInfo?.hasNextPage && pageInfo.endCursor !== null && onMore !== undefined ? (
        <Button size="s" onPress={() => onMore(pageInfo.endCursor!)}>
          {t('more')}
        </Button>
      ) : null}
    </>
  )
  if (!isFirst) return list
  return (
    <Section title={t('postponedHere')}>
      <p className={styles.lead}>{t('postponedHereLead')}</p>
      {list}
    </Section>
  )
}
