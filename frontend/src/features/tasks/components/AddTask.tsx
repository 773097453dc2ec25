import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { PersonPicker } from '@/features/groups/components/PersonPicker'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { taskWords } from '../messages'

export const addTaskMutation = graphql(`
  mutation AddTask($input: AddTaskInput!) {
    addTask(input: $input) {
      task {
        id
        assignee {
          id
          name
        }
      }
    }
  }
`)

const titleMost = 200

export interface AddTaskDialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** What it is about: a topic, a group or a project. */
  subject?: { id: string; title: string }
  /** Of whom it is asked, when that is already known. */
  assignee?: { id: string; name: string }
}

/** Asks something of oneself or of a colleague. */
export function AddTaskDialog({ isOpen, onOpenChange, subject, assignee }: AddTaskDialogProps) {
  const t = useWords(taskWords)
  return (
    <Dialog
      title={assignee === undefined ? t('addTitle') : t('askTitle', { name: assignee.name })}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <AddTaskForm subject={subject} assignee={assignee} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function AddTaskForm({
  subject,
  assignee,
  onDone,
}: Pick<AddTaskDialogProps, 'subject' | 'assignee'> & { onDone: () => void }) {
  const t = useWords(taskWords)
  const me = useViewer().staffMember
  const [act] = useAct(addTaskMutation)
  const form = useForm({
    defaultValues: { title: '', assigneeId: (assignee?.id ?? me.id) as string | null, dueOn: '' },
    resolver: valibotResolver(
      v.object({
        title: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('whatNeeded')),
          v.maxLength(titleMost, t('whatLong', { max: titleMost })),
        ),
        assigneeId: v.pipe(v.nullable(v.string()), v.string(t('whoNeeded'))),
        dueOn: v.string(),
      }),
    ),
  })
  const draft = useDraft(form, `task-add:${subject?.id ?? assignee?.id ?? ''}`)
  return (
    <Form
      form={form}
      onSubmit={async ({ title, assigneeId, dueOn }) => {
        const done = await act(
          { title, assigneeId, dueOn: dueOn === '' ? null : dueOn, subjectId: subject?.id },
          { silent: true },
        )
        if (!done.ok) return done.failures
        await draft.clear()
        onDone()
        const name = done.data.addTask?.task?.assignee.name ?? ''
        notify({ tone: 'good', text: assigneeId === me.id ? t('addedMine') : t('addedTheirs', { name }) })
      }}
    >
      {subject === undefined ? null : <p>{t('about', { subject: subject.title })}</p>}
      <FormTextField form={form} name="title" label={t('what')} isRequired maxLength={titleMost} />
      {assignee === undefined ? (
        <PersonPicker
          form={form}
          name="assigneeId"
          label={t('who')}
          help={t('whoHelp')}
          isRequired
          first={[{ id: me.id, label: t('me', { name: me.name }) }]}
        />
      ) : null}
      <FormDate form={form} name="dueOn" label={t('when')} help={t('whenHelp')} />
      <FormActions>
        <SubmitButton>{t('addDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
