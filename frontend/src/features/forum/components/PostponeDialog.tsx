import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormSelect } from '@/ui/FormSelect'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { boardWords } from '../boardMessages'
import { wallTopic } from '../forum'
import type { Topic } from '../topic'

const laterQuery = graphql(`
  query LaterGatherings {
    gatherings(filter: { states: [PUBLISHED, LIVE] }, first: 20) {
      nodes {
        id
        name
        startsOn
        endsOn
      }
    }
  }
`)

const postponeTopic = graphql(
  `
    mutation PostponeTopic($input: PostponeTopicInput!) {
      postponeTopic(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

export interface PostponeDialogProps {
  topic: Topic
  isOpen: boolean
  onClose: () => void
}

/** Puts a topic off to a gathering that is to come. */
export function PostponeDialog({ topic, isOpen, onClose }: PostponeDialogProps) {
  const t = useWords(boardWords)
  return (
    <Dialog title={t('postponeTitle', { title: topic.title })} isOpen={isOpen} onClose={onClose} size="s">
      {isOpen ? <PostponeForm topic={topic} onDone={onClose} /> : null}
    </Dialog>
  )
}

function PostponeForm({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const t = useWords(boardWords)
  const format = useFormat()
  const [postpone] = useAct(postponeTopic)
  const [{ data }] = useQuery({ query: laterQuery })
  const form = useForm({
    defaultValues: { gatheringId: null as string | null },
    resolver: valibotResolver(
      v.object({ gatheringId: v.pipe(v.nullable(v.string()), v.string(t('postponeNeeded'))) }),
    ),
  })
  if (data === undefined) return <Skeleton lines={3} />
  const { id: own, startsOn } = topic.forum.gathering
  const later = data.gatherings.nodes.filter(
    (gathering) => gathering.id !== own && gathering.startsOn > startsOn,
  )
  if (later.length === 0) return <p>{t('postponeNone')}</p>
  return (
    <Form
      form={form}
      onSubmit={async ({ gatheringId }) => {
        const done = await postpone(
          { topicId: topic.id, version: topic.version, gatheringId },
          { silent: true },
        )
        if (!done.ok) return done.failures
        onDone()
        notify({ tone: 'good', text: t('postponed', { title: topic.title }) })
        return []
      }}
    >
      <p>{t('postponeText')}</p>
      <FormSelect
        form={form}
        name="gatheringId"
        label={t('postponeLabel')}
        isRequired
        options={later
          .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
          .map(({ id, name, startsOn: from, endsOn }) => ({
            id,
            label: name,
            note: format.dateRange(from, endsOn),
          }))}
      />
      <FormActions>
        <SubmitButton>{t('postponeDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
