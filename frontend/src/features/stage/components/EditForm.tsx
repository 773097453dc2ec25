import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useWords } from '@/i18n/useWords'
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
  return (
    <VersionedForm
      form={form}
      draft={`question-edit:${question.id}`}
      query={storedQuery}
      variables={{ id: question.id }}
      find={({ liveQuestion }) => liveQuestion && { text: liveQuestion.text, version: liveQuestion.version }}
      asText={({ text }) => text}
      send={(values) => act({ liveQuestionId: question.id, ...values }, { silent: true })}
      onSent={onDone}
      save={t('do.edit')}
    >
      <FormTextArea
        form={form}
        name="text"
        label={t('textLabel')}
        isRequired
        rows={4}
        maxLength={questionMost}
      />
    </VersionedForm>
  )
}
