import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConfirmButton } from '@/ui/ConfirmAct'
import { Prose } from '@/ui/Layout'
import { PersonLine } from '@/ui/PersonLine'
import { RelativeTime } from '@/ui/RelativeTime'
import { contributionPageWords } from '../pageMessages'
import styles from './Said.module.css'

export const commentLine = graphql(`
  fragment CommentLine on ContributionComment {
    id
    text
    createdAt
    withdrawnAt
    viewerCanWithdraw
    author {
      id
      name
      centre {
        id
        shortName
      }
    }
  }
`)

const withdrawMutation = graphql(
  `
    mutation WithdrawComment($input: WithdrawCommentInput!) {
      withdrawComment(input: $input) {
        contribution {
          id
          commentCount
        }
        comment {
          ...CommentLine
        }
      }
    }
  `,
  [commentLine],
)

/** What one person said; taken back, that they said something. */
export function CommentLine({ comment }: { comment: FragmentOf<typeof commentLine> }) {
  const t = useWords(contributionPageWords)
  const it = readFragment(commentLine, comment)
  const [withdraw] = useAct(withdrawMutation)
  const { author } = it
  return (
    <article className={styles.said}>
      <PersonLine
        size="s"
        name={author.name}
        href={addresses.person(author.id)}
        detail={
          <span className={styles.detail}>
            {author.centre === null ? null : <span>{author.centre.shortName}</span>}
            <RelativeTime at={it.createdAt} />
          </span>
        }
        actions={
          it.viewerCanWithdraw ? (
            <ConfirmButton
              button={{
                size: 's',
                variant: 'quiet',
                'aria-label': t('commentWithdrawOne', { name: author.name }),
                children: t('commentWithdraw'),
              }}
              title={t('commentWithdrawTitle')}
              confirm={t('commentWithdraw')}
              isDanger
              act={() => withdraw({ commentId: it.id })}
              said={t('commentWithdrawn')}
            >
              <p>{t('commentWithdrawText')}</p>
            </ConfirmButton>
          ) : undefined
        }
      />
      {it.withdrawnAt === null ? <Prose>{it.text}</Prose> : <p className={styles.gone}>{t('commentGone')}</p>}
    </article>
  )
}
