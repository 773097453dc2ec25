import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { taskWords } from '../messages'
import { HandActs } from './HandActs'
import type { TopicSubject, WholeTask } from './TaskCard'

/** A harvest is written on its topic's page, where the notes are. */
export function TopicActs({ task, topic }: { task: WholeTask; topic: TopicSubject }) {
  const t = useWords(taskWords)
  return (
    <>
      <LinkButton size="s" variant="primary" href={addresses.topic(topic.id)}>
        {t(task.kind === 'WRITE_HARVEST' ? 'harvest' : 'see')}
      </LinkButton>
      <HandActs task={task} />
    </>
  )
}
