import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useStates } from '@/app/states'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'
import { StatePill } from '@/ui/StatePill'
import type { Fate } from '../observatory'
import { tieWords } from '../tieMessages'
import styles from './TopicsDialog.module.css'

const topicsQuery = graphql(`
  query TopicsByFate($filter: TopicFilter!, $after: String) {
    topics(filter: $filter, orderBy: TITLE, first: 10, after: $after) {
      nodes {
        id
        title
        fate
        convener {
          id
          name
          centre {
            id
            shortName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

export interface TopicsDialogProps {
  /** What the list is of: « Séance tenue, ou plus loin ». */
  title: string
  forumId: string | null
  fates: Fate[]
  themeId: string | null
  isOpen: boolean
  onClose: () => void
}

/** The topics behind a figure, each with its thread. */
export function TopicsDialog({ title, forumId, fates, themeId, isOpen, onClose }: TopicsDialogProps) {
  const [pages, setPages] = useState(1)
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size="l">
      {isOpen ? (
        <Topics
          filter={{ forumId, fates, themeId }}
          after={null}
          shown={0}
          pages={pages}
          onMore={() => setPages(pages + 1)}
        />
      ) : null}
    </Dialog>
  )
}

/** One page of topics, and after it the next when it has been asked for. */
function Topics({
  filter,
  after,
  shown,
  pages,
  onMore,
}: {
  filter: { forumId: string | null; fates: Fate[]; themeId: string | null }
  after: string | null
  shown: number
  pages: number
  onMore: () => void
}) {
  const t = useWords(tieWords)
  const say = useStates()
  const [result, again] = useQuery({ query: topicsQuery, variables: { filter, after } })
  return (
    <Loaded
      result={result}
      find={(data) => data.topics}
      onRetry={() => again({ requestPolicy: 'network-only' })}
    >
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {nodes.length === 0 && after === null ? (
            <p>{t('topicsNone')}</p>
          ) : (
            <LineList>
              {nodes.map((topic) => (
                <li key={topic.id} className={styles.topic}>
                  <div className={styles.head}>
                    <span className={styles.title}>
                      <Link href={addresses.topic(topic.id)}>{topic.title}</Link>
                    </span>
                    <StatePill {...say('TopicFate', topic.fate)} />
                  </div>
                  <span className={styles.by}>
                    {topic.convener === null
                      ? t('noConvener')
                      : [t('convenedBy', { name: topic.convener.name }), topic.convener.centre?.shortName]
                          .filter(Boolean)
                          .join(' · ')}
                  </span>
                  <ObjectThread id={topic.id} shape="strip" />
                </li>
              ))}
            </LineList>
          )}
          {pages > 1 && pageInfo.hasNextPage ? (
            <Topics
              filter={filter}
              after={pageInfo.endCursor}
              shown={shown + nodes.length}
              pages={pages - 1}
              onMore={onMore}
            />
          ) : (
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              onMore={onMore}
              shown={shown + nodes.length}
              total={totalCount}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
