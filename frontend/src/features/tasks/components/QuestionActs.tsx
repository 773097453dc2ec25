import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { taskWords } from '../messages'
import { HandActs } from './HandActs'
import type { QuestionSubject, WholeTask } from './TaskCard'

/** A promised answer is written on its question's page, where one reads what was asked. */
export function QuestionActs({ task, question }: { task: WholeTask; question: QuestionSubject }) {
  const t = useWords(taskWords)
  const isOwed = task.kind === 'ANSWER_QUESTION'
  return (
    <>
      <LinkButton
        size="s"
        variant="primary"
        href={`${addresses.liveQuestion(question.id)}${isOwed ? '?repondre=true' : ''}`}
      >
        {t(isOwed ? 'answer' : 'see')}
      </LinkButton>
      <HandActs task={task} />
    </>
  )
}
