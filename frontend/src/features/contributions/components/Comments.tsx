import { Suspense, useState } from 'react'
import { graphql } from '@/app/graphql'
import { ReadOn } from '@/app/ReadOn'
import { useWords } from '@/i18n/useWords'
import { later } from '@/ui/later'
import { LineList } from '@/ui/Layout'
import { NewItems } from '@/ui/NewItems'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import type { Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'
import { CommentLine, commentLine } from './CommentLine'

const CommentComposer = later(async () => (await import('./CommentComposer')).CommentComposer)

const commentsQuery = graphql(
  `
    query ContributionComments($id: ID!, $after: String) {
      contribution(id: $id) {
        id
        comments(first: 20, after: $after) {
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

export interface CommentsProps {
  contribution: Contribution
  /** How many comments of others have come since these were read. */
  said: number
  onSaid: () => void
}

/** What people say about a contribution, the latest first, a page after the other. */
export function Comments({ contribution, said, onSaid }: CommentsProps) {
  const t = useWords(contributionPageWords)
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
          setTurn((count) => count + 1)
          onSaid()
        }}
      />
      <ReadOn
        key={turn}
        query={commentsQuery}
        variables={{ id }}
        find={(data) => data.contribution?.comments}
        empty={<p>{t('commentsNone')}</p>}
        skeleton={<Skeleton lines={3} />}
      >
        {(comments) => (
          <LineList label={t('comments')}>
            {comments.map((comment) => (
              <li key={comment.id}>
                <CommentLine comment={comment} />
              </li>
            ))}
          </LineList>
        )}
      </ReadOn>
    </Section>
  )
}
