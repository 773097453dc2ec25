import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Card } from '@/ui/Card'
import { Form, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import { milestoneInput, milestoneSchema, titleMost, type MilestoneValues } from './milestoneForm'
import styles from './Milestones.module.css'

const addMutation = graphql(`
  mutation AddMilestone($input: AddMilestoneInput!) {
    addMilestone(input: $input) {
      milestone {
        id
      }
    }
  }
`)

/** Plans a step: a name, a day or none. */
export function AddMilestone({ groupId }: { groupId: string }) {
  const t = useWords(streamWords)
  const [act] = useAct(addMutation)
  const form = useForm<MilestoneValues>({
    defaultValues: { title: '', dueOn: '' },
    resolver: valibotResolver(milestoneSchema(t)),
  })
  const draft = useDraft(form, `milestone-add:${groupId}`)
  return (
    <Card as="div">
      <Form
        form={form}
        label={t('add')}
        onSubmit={async (values) => {
          const done = await act({ workingGroupId: groupId, ...milestoneInput(values) }, { silent: true })
          if (!done.ok) return done.failures
          form.reset({ title: '', dueOn: '' })
          await draft.clear()
          notify({ tone: 'good', text: t('added') })
        }}
      >
        <div className={styles.add}>
          <FormTextField form={form} name="title" label={t('newTitle')} maxLength={titleMost} />
          <FormDate form={form} name="dueOn" label={t('due')} />
          <SubmitButton>{t('addDo')}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
