import { Suspense, useState, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { later } from '@/ui/later'
import { LineList } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { NewItems } from '@/ui/NewItems'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import type { Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'
import { CommentLine, commentLine } from './CommentLine'

const CommentComposer = later(async () => (await import('./CommentComposer')).CommentComposer)

const commentsQuery = graphql(
  `
    query ContributionComments($id: ID!, $first: Int!, $after: String) {
      contribution(id: $id) {
        id
        comments(first: $first, after: $after) {
          nodes {
            id
            ...CommentLine
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
  [commentLine],
)

const page = 20

export interface CommentsProps {
  contribution: Contribution
  /** How many comments of others have come since these were read. */
  said: number
  onSaid: () => void
}

/** What people say about a contribution, the latest first, a page after the other. */
export function Comments({ contribution, said, onSaid }: CommentsProps) {
  const t = useWords(contributionPageWords)
  const [pages, setPages] = useState(1)
  const [turn, setTurn] = useState(0)
  const { id, viewerCanComment, commentCount } = contribution
  return (
    <Section title={t('comments')} count={commentCount === 0 ? undefined : commentCount}>
      {viewerCanComment ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <CommentComposer contributionId={id} />
        </Suspense>
      ) : null}
      <NewItems
        count={said}
        onShow={() => {
          setPages(1)
          setTurn((count) => count + 1)
          onSaid()
        }}
      />
      <Page key={turn} id={id} left={pages} shown={0} onMore={() => setPages((count) => count + 1)} />
    </Section>
  )
}

interface PageProps {
  id: string
  /** The cursor of the last comment of the page before. */
  after?: string
  /** How many pages are to be shown, this one included. */
  left: number
  /** How many comments the pages before hold. */
  shown: number
  onMore: () => void
}

/** One page of comments, and those after it: each begins where the one before ends now. */
function Page({ id, after, left, shown, onMore }: PageProps): ReactNode {
  const t = useWords(contributionPageWords)
  const [result, again] = useQuery({ query: commentsQuery, variables: { id, first: page, after } })
  return (
    <Loaded
      result={result}
      find={(data) => data.contribution?.comments}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton lines={3} />}
    >
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {nodes.length === 0 && after === undefined ? (
            <p>{t('commentsNone')}</p>
          ) : (
            <LineList label={t('comments')}>
              {nodes.map((comment) => (
                <li key={comment.id}>
                  <CommentLine comment={comment} />
                </li>
              ))}
            </LineList>
          )}
          {left > 1 && pageInfo.endCursor !== null && pageInfo.hasNextPage ? (
            <Page
              id={id}
              after={pageInfo.endCursor}
              left={left - 1}
              shown={shown + nodes.length}
              onMore={onMore}
            />
          ) : (
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              onMore={onMore}
              isLoading={result.fetching}
              shown={shown + nodes.length}
              total={totalCount}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
