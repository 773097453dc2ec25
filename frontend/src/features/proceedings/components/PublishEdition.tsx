import type { UseFormReturn } from 'react-hook-form'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { Section } from '@/ui/Section'
import { correctionWords } from '../correctionMessages'
import type { Prepared } from '../corrections'

export interface PublishEditionProps {
  form: UseFormReturn<Prepared>
  /** Of the edition to come. */
  number: number
  onPublish: (prepared: Prepared) => Promise<readonly FormFailure[]>
}

/** The note that everyone reads, and the act itself. */
export function PublishEdition({ form, number, onPublish }: PublishEditionProps) {
  const t = useWords(correctionWords)
  return (
    <Section title={t('publishing', { number })} lead={t('publishText', { number })}>
      <Form form={form} onSubmit={onPublish} label={t('publishing', { number })}>
        <FormTextArea
          form={form}
          name="note"
          label={t('note')}
          help={t('noteHelp')}
          maxLength={1000}
          rows={4}
        />
        <FormActions>
          <SubmitButton>{t('publish', { number })}</SubmitButton>
        </FormActions>
        <p>{t('draftKept')}</p>
      </Form>
    </Section>
  )
}
