import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { wallTopic } from '../forum'
import type { Topic } from '../topic'
import { topicWords } from '../topicMessages'
import { TopicFields, useTopicSchema, type TopicValues } from './TopicForm'

const editTopic = graphql(
  `
    mutation EditTopic($input: EditTopicInput!) {
      editTopic(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

const latestTopic = graphql(`
  query LatestTopic($id: ID!) {
    topic(id: $id) {
      id
      title
      description
      intendedOutcome
      version
      themes {
        id
      }
    }
  }
`)

type Latest = NonNullable<ResultOf<typeof latestTopic>['topic']>

const valuesOf = (topic: Omit<Latest, 'id' | 'version'>): TopicValues => ({
  title: topic.title,
  description: topic.description,
  intendedOutcome: topic.intendedOutcome,
  themeIds: topic.themes.map(({ id }) => id),
  convene: true,
})

/** Rewrites a topic; whoever was faster is shown, and nothing is lost. */
export function EditTopicForm({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const t = useWords(topicWords)
  const client = useClient()
  const [edit] = useAct(editTopic)
  const [version, setVersion] = useState(topic.version)
  const [theirs, setTheirs] = useState<Latest>()
  const form = useForm<TopicValues>({
    resolver: valibotResolver(useTopicSchema()),
    defaultValues: valuesOf(topic),
  })
  const { clear } = useDraft(form, `topic:${topic.id}`)
  return (
    <>
      <Form
        form={form}
        onSubmit={async ({ convene: _convene, ...values }) => {
          const done = await edit({ topicId: topic.id, version, ...values }, { silent: true })
          if (done.failures.some(({ code }) => code === 'CONFLICT')) {
            const { data } = await client
              .query(latestTopic, { id: topic.id }, { requestPolicy: 'network-only' })
              .toPromise()
            if (data?.topic) {
              setTheirs(data.topic)
              return []
            }
          }
          if (!done.ok) return done.failures
          await clear()
          notify({ tone: 'good', text: t('saved') })
          onDone()
          return []
        }}
      >
        <TopicFields form={form} />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {theirs === undefined ? null : (
        <ConflictDialog
          isOpen
          mine={`${form.getValues('title')}\n\n${form.getValues('description')}`}
          theirs={`${theirs.title}\n\n${theirs.description}`}
          onKeepMine={() => {
            setVersion(theirs.version)
            setTheirs(undefined)
          }}
          onTakeTheirs={() => {
            setVersion(theirs.version)
            form.reset(valuesOf(theirs))
            void clear()
            setTheirs(undefined)
          }}
        />
      )}
    </>
  )
}
