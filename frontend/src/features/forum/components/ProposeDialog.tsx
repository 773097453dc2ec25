import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { graphql, type ResultOf } from '@/app/graphql'
import { enqueue } from '@/app/outbox'
import { useOrigin, wordsOf } from '@/features/contributions/components/useOrigin'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { boardWords } from '../boardMessages'
import { wallTopic } from '../forum'
import type { Outcome } from '../outcomes'
import { wallWords } from '../wallMessages'
import type { PostponedTopic } from './PostponedTopics'
import { TopicFields, useTopicSchema, type TopicValues } from './TopicForm'

const proposeTopic = graphql(
  `
    mutation ProposeTopic($input: ProposeTopicInput!) {
      proposeTopic(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

export interface ProposeDialogProps {
  forumId: string
  /** The contribution it comes from: the form begins with its words. */
  originId?: string
  /** The topic that was put off to here and is taken up again. */
  resumed?: PostponedTopic
  isOpen: boolean
  onClose: () => void
  onSee: (href: string) => void
}

/** What the form begins with, and where it comes from. */
interface Start {
  id: string
  title: string
  description: string
  intendedOutcome: Outcome
  themes: readonly { id: string }[]
}

/** Pins a topic on the wall. What is typed is kept until it is sent, also when the dialog is closed. */
export function ProposeDialog({ forumId, originId, resumed, isOpen, onClose, onSee }: ProposeDialogProps) {
  const t = useWords(wallWords)
  const tBoard = useWords(boardWords)
  const brought = useOrigin(isOpen ? originId : undefined)
  const start: Start | null | undefined =
    resumed ??
    (brought ? { ...brought, description: wordsOf(brought), intendedOutcome: 'EXCHANGE' } : brought)
  return (
    <Dialog title={t('proposeTitle')} isOpen={isOpen} onClose={onClose}>
      {resumed === undefined ? null : <p>{tBoard('resumes', { title: resumed.title })}</p>}
      {!isOpen ? null : start === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <ProposeForm forumId={forumId} start={start} onDone={onClose} onSee={onSee} />
      )}
    </Dialog>
  )
}

function ProposeForm({
  forumId,
  start,
  onDone,
  onSee,
}: {
  forumId: string
  start: Start | null
  onDone: () => void
  onSee: (href: string) => void
}) {
  const t = useWords(wallWords)
  const client = useClient()
  const form = useForm<TopicValues>({
    resolver: valibotResolver(useTopicSchema()),
    defaultValues: {
      title: start?.title ?? '',
      description: start?.description ?? '',
      intendedOutcome: start?.intendedOutcome ?? 'EXCHANGE',
      themeIds: start?.themes.map(({ id }) => id) ?? [],
      convene: true,
    },
  })
  const key = `propose:${forumId}${start === null ? '' : `:${start.id}`}`
  const { clear } = useDraft(form, key)
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const { outcome } = await enqueue(client, {
          label: t('outboxPropose', { title: values.title }),
          within: forumId,
          mutation: proposeTopic,
          input: { forumId, originId: start?.id, ...values },
          draft: { key, values },
        })
        await clear()
        const done = await outcome
        if (done.state === 'refused') return done.failures
        onDone()
        if (done.state === 'waiting') {
          notify({ tone: 'info', text: t('proposeKept', { title: values.title }) })
          return []
        }
        const topic = (done.data as ResultOf<typeof proposeTopic> | undefined)?.proposeTopic?.topic
        notify({
          tone: 'good',
          text: t('proposed', { title: values.title }),
          ...(topic ? { action: { label: t('see'), onPress: () => onSee(addresses.topic(topic.id)) } } : {}),
        })
        return []
      }}
    >
      <TopicFields form={form} />
      <FormCheckbox form={form} name="convene" note={t('conveneNote')}>
        {t('convene')}
      </FormCheckbox>
      <FormActions>
        <SubmitButton>{t('send')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
