import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { PersonPicker } from '@/features/groups/components/PersonPicker'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { taskWords } from '../messages'
import { addTaskMutation } from './addTaskMutation'

const titleMost = 200

export interface AddTaskFormProps {
  /** What it is about: a topic, a group or a project. */
  subject?: { id: string; title: string }
  /** Who is asked, when it is not oneself: chosen beforehand, and can be changed. */
  assignee?: { id: string; name: string }
  onDone: () => void
}

/** What there is to do, who does it, for when. */
export function AddTaskForm({ subject, assignee, onDone }: AddTaskFormProps) {
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
