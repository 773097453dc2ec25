import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { questionLine } from '../question'
import { questionWords } from '../questionMessages'
import type { QuestionFormProps } from './QuestionForm'

const rejectMutation = graphql(
  `
    mutation RejectLiveQuestion($input: RejectLiveQuestionInput!) {
      rejectLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

const reasonMost = 1000

/** Why a question is not kept: its author reads it. */
export function RejectForm({ question, onDone }: QuestionFormProps) {
  const t = useWords(questionWords)
  const [act] = useAct(rejectMutation)
  const form = useForm({
    defaultValues: { reason: '' },
    resolver: valibotResolver(
      v.object({
        reason: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('reasonNeeded')),
          v.maxLength(reasonMost, t('tooLong', { max: reasonMost })),
        ),
      }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ reason }) => {
        const done = await act({ liveQuestionId: question.id, reason }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
      }}
    >
      <FormTextArea
        form={form}
        name="reason"
        label={t('reason')}
        help={t('reasonHelp')}
        isRequired
        rows={3}
        maxLength={reasonMost}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('do.reject')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
