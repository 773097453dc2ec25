import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useStates } from '@/app/states'
import { useSearchTerm } from '@/features/groups/components/useSearchTerm'
import { firstWords } from '@/i18n/firstWords'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormComboBox } from '@/ui/FormComboBox'
import { questionLine } from '../question'
import { questionWords } from '../questionMessages'
import type { QuestionFormProps } from './QuestionForm'

const othersQuery = graphql(`
  query OtherLiveQuestions($id: ID!, $search: String) {
    stage(id: $id) {
      id
      questions(
        filter: { search: $search, states: [PUBLISHED, ON_STAGE, ANSWER_PROMISED, ANSWERED] }
        first: 12
      ) {
        nodes {
          id
          text
          state
        }
      }
    }
  }
`)

const mergeMutation = graphql(
  `
    mutation MergeLiveQuestion($input: MergeLiveQuestionInput!) {
      mergeLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
        into {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

/** Chooses the question that carries this one on. */
export function MergeForm({ question, onDone }: QuestionFormProps) {
  const t = useWords(questionWords)
  const say = useStates()
  const [act] = useAct(mergeMutation)
  const [term, type] = useSearchTerm()
  const [{ data, fetching }] = useQuery({
    query: othersQuery,
    variables: { id: question.stage.id, search: term || undefined },
  })
  const form = useForm({
    defaultValues: { intoId: null as string | null },
    resolver: valibotResolver(
      v.object({ intoId: v.pipe(v.nullable(v.string()), v.string(t('intoNeeded'))) }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ intoId }) => {
        const done = await act({ liveQuestionId: question.id, intoId }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
      }}
    >
      <FormComboBox
        form={form}
        name="intoId"
        label={t('into')}
        help={t('intoHelp')}
        isRequired
        isLoading={fetching}
        onSearch={type}
        options={(data?.stage?.questions.nodes ?? [])
          .filter(({ id }) => id !== question.id)
          .map(({ id, text, state }) => ({
            id,
            label: firstWords(text),
            note: say('LiveQuestion', state).label,
          }))}
      />
      <FormActions>
        <SubmitButton>{t('do.merge')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
