import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { taskWords } from '../messages'
import { HandActs } from './HandActs'
import type { ContributionSubject, WholeTask } from './TaskCard'

/** A promised answer is written on the question's own page. */
export function ContributionActs({
  task,
  contribution,
}: {
  task: WholeTask
  contribution: ContributionSubject
}) {
  const t = useWords(taskWords)
  const page = addresses.contribution(contribution.id)
  const isPromise = task.kind === 'ANSWER_QUESTION'
  return (
    <>
      <LinkButton size="s" variant="primary" href={isPromise ? `${page}?repondre=true` : page}>
        {t(isPromise ? 'answer' : 'see')}
      </LinkButton>
      <HandActs task={task} />
    </>
  )
}
