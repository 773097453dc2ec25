import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'

const dropMutation = graphql(`
  mutation DropMilestone($input: DropMilestoneInput!) {
    dropMilestone(input: $input) {
      milestone {
        id
        state
        version
      }
    }
  }
`)

const reasonMost = 4000

export interface DropMilestoneProps {
  milestone: { id: string; title: string; version: number }
  isOpen: boolean
  onClose: () => void
}

/** Gives a step up, and says why. */
export function DropMilestone({ milestone, isOpen, onClose }: DropMilestoneProps) {
  const t = useWords(streamWords)
  return (
    <Dialog title={t('dropTitle')} isOpen={isOpen} onClose={onClose}>
      <DropForm milestone={milestone} onDone={onClose} />
    </Dialog>
  )
}

function DropForm({ milestone, onDone }: { milestone: DropMilestoneProps['milestone']; onDone: () => void }) {
  const t = useWords(streamWords)
  const [act] = useAct(dropMutation)
  const form = useForm({
    defaultValues: { reason: '' },
    resolver: valibotResolver(
      v.object({
        reason: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('noteNeeded')),
          v.maxLength(reasonMost, t('textLong', { max: reasonMost })),
        ),
      }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ reason }) => {
        const done = await act(
          { milestoneId: milestone.id, version: milestone.version, reason },
          { silent: true },
        )
        if (!done.ok) return done.failures
        onDone()
        notify({ tone: 'good', text: t('dropped') })
      }}
    >
      <p>
        <strong>{milestone.title}</strong>
      </p>
      <FormTextArea
        form={form}
        name="reason"
        label={t('dropLabel')}
        isRequired
        rows={4}
        maxLength={reasonMost}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('dropDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
