import { Check } from 'lucide-react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { notify } from '@/ui/Toast'
import { taskWords } from '../messages'
import { addTaskMutation } from './addTaskMutation'
import { completeTaskMutation } from './completeTaskMutation'
import type { WholeTask } from './TaskCard'

const dropMutation = graphql(`
  mutation DropTask($input: DropTaskInput!) {
    dropTask(input: $input) {
      task {
        id
        state
      }
    }
  }
`)

/** A task asked by a person: done, or dropped; either can be put back on one's list. */
export function HandActs({ task }: { task: WholeTask }) {
  const t = useWords(taskWords)
  const me = useViewer().staffMember
  const [complete, completing] = useAct(completeTaskMutation)
  const [drop, dropping] = useAct(dropMutation)
  const [add] = useAct(addTaskMutation)
  const { id, title, dueOn, subject } = task

  /** A closed task stays closed: what is put back is a new one, of one's own. */
  const putBack = async () => {
    const done = await add({ title, dueOn, assigneeId: me.id, subjectId: subject?.id })
    if (done.ok) notify({ tone: 'info', text: t('backAgain', { title }) })
  }
  const close = async (said: 'doneSaid' | 'dropped') => {
    const done = await (said === 'doneSaid' ? complete : drop)({ taskId: id })
    if (!done.ok) return
    notify({
      tone: said === 'doneSaid' ? 'good' : 'info',
      text: t(said, { title }),
      action: title === '' ? undefined : { label: t('putBack'), onPress: () => void putBack() },
    })
  }
  return (
    <>
      {task.viewerCanComplete ? (
        <Button
          size="s"
          variant="primary"
          icon={<Check aria-hidden="true" />}
          isPending={completing.isPending}
          onPress={() => void close('doneSaid')}
        >
          {t('done')}
        </Button>
      ) : null}
      {task.viewerCanDrop ? (
        <Button size="s" variant="quiet" isPending={dropping.isPending} onPress={() => void close('dropped')}>
          {t('drop')}
        </Button>
      ) : null}
    </>
  )
}
