import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { questionLine } from '../question'
import { questionWords } from '../questionMessages'
import type { QuestionFormProps } from './QuestionForm'

const answerMutation = graphql(
  `
    mutation AnswerLiveQuestion($input: AnswerLiveQuestionInput!) {
      answerLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

const answerMost = 4000

/** What was answered, in a few sentences. */
export function AnswerForm({ question, onDone }: QuestionFormProps) {
  const t = useWords(questionWords)
  const [act] = useAct(answerMutation)
  const form = useForm({
    defaultValues: { answer: '' },
    resolver: valibotResolver(
      v.object({
        answer: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('answerNeeded')),
          v.maxLength(answerMost, t('tooLong', { max: answerMost })),
        ),
      }),
    ),
  })
  const draft = useDraft(form, `question-answer:${question.id}`)
  return (
    <Form
      form={form}
      onSubmit={async ({ answer }) => {
        const done = await act({ liveQuestionId: question.id, answer }, { silent: true })
        if (!done.ok) return done.failures
        await draft.clear()
        onDone()
      }}
    >
      <FormTextArea
        form={form}
        name="answer"
        label={t('answerLabel')}
        help={t('answerHelp')}
        isRequired
        rows={6}
        maxLength={answerMost}
      />
      <FormActions>
        <SubmitButton>{t('do.answer')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
