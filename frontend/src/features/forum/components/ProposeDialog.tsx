import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useOrigin, wordsOf, type Origin } from '@/features/contributions/components/useOrigin'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { wallTopic } from '../forum'
import { wallWords } from '../wallMessages'
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
  isOpen: boolean
  onClose: () => void
  onSee: (href: string) => void
}

/** Pins a topic on the wall. What is typed is kept until it is sent, also when the dialog is closed. */
export function ProposeDialog({ forumId, originId, isOpen, onClose, onSee }: ProposeDialogProps) {
  const t = useWords(wallWords)
  const origin = useOrigin(isOpen ? originId : undefined)
  return (
    <Dialog
      title={t('proposeTitle')}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      {!isOpen ? null : origin === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <ProposeForm forumId={forumId} origin={origin} onDone={onClose} onSee={onSee} />
      )}
    </Dialog>
  )
}

function ProposeForm({
  forumId,
  origin,
  onDone,
  onSee,
}: {
  forumId: string
  origin: Origin | null
  onDone: () => void
  onSee: (href: string) => void
}) {
  const t = useWords(wallWords)
  const [propose] = useAct(proposeTopic)
  const form = useForm<TopicValues>({
    resolver: valibotResolver(useTopicSchema()),
    defaultValues: {
      title: origin?.title ?? '',
      description: wordsOf(origin),
      intendedOutcome: 'EXCHANGE',
      themeIds: origin?.themes.map(({ id }) => id) ?? [],
      convene: true,
    },
  })
  const { clear } = useDraft(form, `propose:${forumId}${origin === null ? '' : `:${origin.id}`}`)
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await propose({ forumId, originId: origin?.id, ...values }, { silent: true })
        if (!done.ok) return done.failures
        await clear()
        const topic = done.data.proposeTopic?.topic
        onDone()
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
