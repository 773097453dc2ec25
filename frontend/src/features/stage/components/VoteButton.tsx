import { ArrowBigUp } from 'lucide-react'
import { firstWords } from '@/i18n/firstWords'
import { useWords } from '@/i18n/useWords'
import { CountToggle } from '@/ui/CountToggle'
import { questionWords } from '../questionMessages'
import { useUpvote, type Voted } from '../useUpvote'

/** Says that one wants the answer too, and how many do. */
export function VoteButton({ question }: { question: Voted & { viewerCanVote: boolean } }) {
  const t = useWords(questionWords)
  const vote = useUpvote(question)
  return (
    <CountToggle
      {...vote}
      icon={ArrowBigUp}
      canToggle={question.viewerCanVote}
      label={t('vote', { text: firstWords(question.text), count: vote.count })}
      figure={t('votes', { count: vote.count })}
      word={t(vote.isOn ? 'voteOn' : 'voteShort')}
    />
  )
}
