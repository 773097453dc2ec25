import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { preparationWords } from '../preparationMessages'

export interface ReasonDialogProps {
  gatheringId: string
  isOpen: boolean
  onClose: () => void
  onSend: (reason: string) => Promise<readonly FormFailure[]>
}

/** A gathering is called off, and it is said why. */
export function ReasonDialog({ isOpen, onClose, ...rest }: ReasonDialogProps) {
  const t = useWords(preparationWords)
  return (
    <Dialog title={t('cancel')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? (
        <>
          <p>{t('cancelText')}</p>
          <ReasonForm {...rest} onClose={onClose} />
        </>
      ) : null}
    </Dialog>
  )
}

function ReasonForm({ gatheringId, onSend, onClose }: Omit<ReasonDialogProps, 'isOpen'>) {
  const t = useWords(preparationWords)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        reason: v.pipe(v.string(), v.trim(), v.nonEmpty(t('reasonNeeded')), v.maxLength(4000, t('long'))),
      }),
    ),
    defaultValues: { reason: '' },
  })
  const { clear } = useDraft(form, `gathering-cancel:${gatheringId}`)
  return (
    <Form
      form={form}
      onSubmit={async ({ reason }) => {
        const failures = await onSend(reason)
        if (failures.length === 0) {
          await clear()
          onClose()
        }
        return failures
      }}
    >
      <FormTextArea
        form={form}
        name="reason"
        label={t('reason')}
        help={t('reasonHelp')}
        rows={3}
        isRequired
      />
      <FormActions>
        <SubmitButton variant="danger">{t('cancel')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
