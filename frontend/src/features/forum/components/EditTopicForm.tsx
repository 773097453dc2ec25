import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { unversioned } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
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

const valuesOf = (topic: Omit<Latest, 'id'>) => ({
  title: topic.title,
  description: topic.description,
  intendedOutcome: topic.intendedOutcome,
  themeIds: topic.themes.map(({ id }) => id),
  convene: true,
  version: topic.version,
})

/** Rewrites a topic; whoever was faster is shown, and nothing is lost. */
export function EditTopicForm({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const t = useWords(topicWords)
  const [edit] = useAct(editTopic)
  const form = useForm<TopicValues & { version: number }>({
    resolver: valibotResolver(v.object({ ...useTopicSchema().entries, version: v.number() })),
    defaultValues: valuesOf(topic),
  })
  return (
    <VersionedForm
      form={form}
      draft={`topic:${topic.id}`}
      query={latestTopic}
      variables={{ id: topic.id }}
      find={(data) => data.topic && valuesOf(data.topic)}
      asText={({ title, description }) => `${title}\n\n${description}`}
      send={({ convene: _convene, ...values }) => edit({ topicId: topic.id, ...values }, { silent: true })}
      onSent={() => {
        notify({ tone: 'good', text: t('saved') })
        onDone()
      }}
      save={t('save')}
    >
      <TopicFields form={unversioned<TopicValues>(form)} />
    </VersionedForm>
  )
}
