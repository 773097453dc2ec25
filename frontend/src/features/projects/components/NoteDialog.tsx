import { valibotResolver } from '@hookform/resolvers/valibot'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useWords } from '@/i18n/useWords'
import type { ButtonVariant } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { pageWords } from '../pageMessages'

export interface NoteDialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Where what is typed is kept until it is sent. */
  draftKey: string
  /** The field as the server calls it: where its failures go. */
  field: 'reason' | 'summary'
  /** What the act brings, before one does it. */
  children: ReactNode
  confirm: string
  variant?: ButtonVariant
  onSend: (note: string) => Promise<readonly FormFailure[]>
}

/** An act that has to be explained: what it brings, why, and then the act. */
export function NoteDialog({ title, isOpen, onClose, children, ...rest }: NoteDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {isOpen ? (
        <>
          {children}
          <NoteForm {...rest} onClose={onClose} />
        </>
      ) : null}
    </Dialog>
  )
}

function NoteForm({
  draftKey,
  field,
  confirm,
  variant,
  onSend,
  onClose,
}: Omit<NoteDialogProps, 'title' | 'isOpen' | 'children'>) {
  const t = useWords(pageWords)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        reason: v.pipe(
          v.string(),
          v.trim(),
          v.maxLength(4000, t('noteLong')),
          optionalUnless(field === 'reason', t('reasonNeeded')),
        ),
        summary: v.pipe(
          v.string(),
          v.trim(),
          v.maxLength(4000, t('noteLong')),
          optionalUnless(field === 'summary', t('summaryNeeded')),
        ),
      }),
    ),
    defaultValues: { reason: '', summary: '' },
  })
  const { clear } = useDraft(form, draftKey)
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const failures = await onSend(values[field])
        if (failures.length === 0) {
          await clear()
          onClose()
        }
        return failures
      }}
    >
      <FormTextArea
        form={form}
        name={field}
        label={t(field)}
        help={field === 'reason' ? t('reasonHelp') : undefined}
        rows={field === 'reason' ? 3 : 6}
        isRequired
      />
      <FormActions>
        <SubmitButton variant={variant}>{confirm}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function optionalUnless(isNeeded: boolean, message: string) {
  return v.check<string, string>((text) => !isNeeded || text !== '', message)
}
