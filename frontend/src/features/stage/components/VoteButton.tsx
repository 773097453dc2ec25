import { ArrowBigUp } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { firstWords } from '@/i18n/firstWords'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { questionWords } from '../questionMessages'
import { useUpvote, type Voted } from '../useUpvote'
import styles from './VoteButton.module.css'

/** Says that one wants the answer too, and how many do. Where voting is over, the figure alone. */
export function VoteButton({ question }: { question: Voted & { viewerCanVote: boolean } }) {
  const t = useWords(questionWords)
  const format = useFormat()
  const { isVoted, count, isWaiting, toggle } = useUpvote(question)
  if (!question.viewerCanVote) {
    return (
      <span className={styles.figure}>
        <ArrowBigUp aria-hidden="true" fill={isVoted ? 'currentColor' : 'none'} />
        <span aria-hidden="true">{format.number(count)}</span>
        <span className="visually-hidden">{t('votes', { count })}</span>
      </span>
    )
  }
  return (
    <ToggleButton
      className={styles.vote!}
      isSelected={isVoted}
      onChange={toggle}
      aria-label={t('vote', { text: firstWords(question.text), count })}
      data-waiting={isWaiting || undefined}
    >
      <ArrowBigUp aria-hidden="true" fill={isVoted ? 'currentColor' : 'none'} />
      <span className={styles.count}>{format.number(count)}</span>
      <span className={styles.word}>{t(isVoted ? 'voteOn' : 'voteShort')}</span>
    </ToggleButton>
  )
}
