import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useConflict } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { questionLine, questionMost } from '../question'
import { questionWords } from '../questionMessages'
import type { QuestionFormProps } from './QuestionForm'

const editMutation = graphql(
  `
    mutation EditLiveQuestion($input: EditLiveQuestionInput!) {
      editLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

const storedQuery = graphql(`
  query StoredLiveQuestion($id: ID!) {
    liveQuestion(id: $id) {
      id
      text
      version
    }
  }
`)

/** Its author rewords a question that nobody has been shown. From two devices at once, both texts are shown. */
export function EditForm({ question, onDone }: QuestionFormProps) {
  const t = useWords(questionWords)
  const [act] = useAct(editMutation)
  const form = useForm({
    defaultValues: { text: question.text, version: question.version },
    resolver: valibotResolver(
      v.object({
        text: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('textNeeded')),
          v.maxLength(questionMost, t('tooLong', { max: questionMost })),
        ),
        version: v.number(),
      }),
    ),
  })
  const { clear } = useDraft(form, `question-edit:${question.id}`)
  const { settle, dialog } = useConflict(form, {
    query: storedQuery,
    variables: { id: question.id },
    find: ({ liveQuestion }) => liveQuestion && { text: liveQuestion.text, version: liveQuestion.version },
    asText: ({ text }) => text,
    clear,
  })
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await act({ liveQuestionId: question.id, ...values }, { silent: true })
          if (!done.ok) return settle(done.failures)
          await clear()
          onDone()
          return []
        }}
      >
        <FormTextArea
          form={form}
          name="text"
          label={t('textLabel')}
          isRequired
          rows={4}
          maxLength={questionMost}
        />
        <FormActions>
          <SubmitButton>{t('do.edit')}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
