import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { forumWords } from '../messages'

/** Why a forum goes back by one phase. */
export function BackForm({
  label,
  onSend,
}: {
  label: string
  onSend: (reason: string) => Promise<readonly FormFailure[]>
}) {
  const t = useWords(forumWords)
  const form = useForm({
    resolver: valibotResolver(
      v.object({ reason: v.pipe(v.string(), v.trim(), v.nonEmpty(t('reasonNeeded')), v.maxLength(1000)) }),
    ),
    defaultValues: { reason: '' },
  })
  return (
    <Form form={form} onSubmit={({ reason }) => onSend(reason)}>
      <FormTextArea
        form={form}
        name="reason"
        label={t('reason')}
        help={t('reasonHelp')}
        rows={3}
        isRequired
      />
      <FormActions>
        <SubmitButton>{label}</SubmitButton>
      </FormActions>
    </Form>
  )
}
