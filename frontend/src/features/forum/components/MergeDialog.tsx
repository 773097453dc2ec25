import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormComboBox } from '@/ui/FormComboBox'
import { notify } from '@/ui/Toast'
import { boardWords } from '../boardMessages'
import { wallTopic } from '../forum'
import type { Topic } from '../topic'
import { wallWords } from '../wallMessages'

const targetsQuery = graphql(`
  query MergeTargets($forumId: ID!, $search: String) {
    topics(
      filter: { forumId: $forumId, search: $search, states: [PROPOSED, PITCHED, SCHEDULED, RUNNING] }
      orderBy: TITLE
      first: 12
    ) {
      nodes {
        id
        title
        starCount
      }
    }
  }
`)

const mergeTopic = graphql(
  `
    mutation MergeTopic($input: MergeTopicInput!) {
      mergeTopic(input: $input) {
        topic {
          ...WallTopic
        }
        into {
          id
          title
          starCount
        }
      }
    }
  `,
  [wallTopic],
)

export interface MergeDialogProps {
  topic: Topic
  isOpen: boolean
  onClose: () => void
}

/** Merges a topic into one like it, for whoever facilitates. */
export function MergeDialog({ topic, isOpen, onClose }: MergeDialogProps) {
  const t = useWords(boardWords)
  return (
    <Dialog title={t('mergeTitle', { title: topic.title })} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <MergeForm topic={topic} onDone={onClose} /> : null}
    </Dialog>
  )
}

function MergeForm({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const t = useWords(boardWords)
  const tWall = useWords(wallWords)
  const [merge] = useAct(mergeTopic)
  const [term, setTerm] = useState('')
  const [{ data, fetching }] = useQuery({
    query: targetsQuery,
    variables: { forumId: topic.forum.id, search: term.trim() || undefined },
  })
  const form = useForm({
    defaultValues: { intoId: null as string | null },
    resolver: valibotResolver(
      v.object({ intoId: v.pipe(v.nullable(v.string()), v.string(t('mergeNeeded'))) }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ intoId }) => {
        const done = await merge({ topicId: topic.id, version: topic.version, intoId }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
        notify({
          tone: 'good',
          text: t('merged', { title: topic.title, into: done.data.mergeTopic?.into?.title ?? '' }),
        })
        return []
      }}
    >
      <p>{t('mergeText')}</p>
      <FormComboBox
        form={form}
        name="intoId"
        label={t('mergeLabel')}
        help={t('mergeHelp')}
        isRequired
        isLoading={fetching}
        onSearch={setTerm}
        options={(data?.topics.nodes ?? [])
          .filter(({ id }) => id !== topic.id)
          .map(({ id, title, starCount }) => ({
            id,
            label: title,
            note: tWall('stars', { count: starCount }),
          }))}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('mergeDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
