import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
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
  const client = useClient()
  const [act] = useAct(editMutation)
  const [version, setVersion] = useState(question.version)
  const [theirs, setTheirs] = useState<{ text: string; version: number } | null>(null)
  const form = useForm({
    defaultValues: { text: question.text },
    resolver: valibotResolver(
      v.object({
        text: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('textNeeded')),
          v.maxLength(questionMost, t('tooLong', { max: questionMost })),
        ),
      }),
    ),
  })
  const draft = useDraft(form, `question-edit:${question.id}`)
  return (
    <>
      <Form
        form={form}
        onSubmit={async ({ text }) => {
          const done = await act({ liveQuestionId: question.id, version, text }, { silent: true })
          if (done.ok) {
            await draft.clear()
            onDone()
            return
          }
          if (done.failures.every(({ code }) => code !== 'CONFLICT')) return done.failures
          const { data } = await client
            .query(storedQuery, { id: question.id }, { requestPolicy: 'network-only' })
            .toPromise()
          if (!data?.liveQuestion) return done.failures
          setTheirs(data.liveQuestion)
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
      {theirs === null ? null : (
        <ConflictDialog
          isOpen
          mine={form.getValues('text')}
          theirs={theirs.text}
          onKeepMine={() => {
            setVersion(theirs.version)
            setTheirs(null)
          }}
          onTakeTheirs={() => {
            setTheirs(null)
            void draft.clear()
            onDone()
          }}
        />
      )}
    </>
  )
}
