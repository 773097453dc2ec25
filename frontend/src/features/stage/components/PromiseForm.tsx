import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { PersonPicker } from '@/features/groups/components/PersonPicker'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { questionLine } from '../question'
import { questionWords } from '../questionMessages'
import type { QuestionFormProps } from './QuestionForm'

const promiseMutation = graphql(
  `
    mutation PromiseLiveQuestion($input: PromiseLiveQuestionInput!) {
      promiseLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

/** Who will answer, and before which day: it becomes a request in their list. */
export function PromiseForm({ question, onDone }: QuestionFormProps) {
  const t = useWords(questionWords)
  const [act] = useAct(promiseMutation)
  const { promisedBy } = question
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const form = useForm({
    defaultValues: { staffMemberId: promisedBy?.id ?? (null as string | null), dueOn: question.dueOn ?? '' },
    resolver: valibotResolver(
      v.object({
        staffMemberId: v.pipe(v.nullable(v.string()), v.string(t('whoNeeded'))),
        dueOn: v.pipe(v.string(), v.nonEmpty(t('dueNeeded'))),
      }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ staffMemberId, dueOn }) => {
        const done = await act({ liveQuestionId: question.id, staffMemberId, dueOn }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
      }}
    >
      <PersonPicker
        form={form}
        name="staffMemberId"
        label={t('who')}
        help={t('whoHelp')}
        isRequired
        first={promisedBy === null ? [] : [{ id: promisedBy.id, label: promisedBy.name }]}
      />
      <FormDate form={form} name="dueOn" label={t('due')} isRequired min={today} />
      <FormActions>
        <SubmitButton>{t('do.promise')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
