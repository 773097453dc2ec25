import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { enqueue } from '@/app/outbox'
import { useGivenBack } from '@/app/refusal'
import { useWords } from '@/i18n/useWords'
import { Card } from '@/ui/Card'
import { Form, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import type { ToldHealth } from '../toldHealth'
import { HealthChoice } from './HealthChoice'
import { postMutation, updateMost, updateSchema, type UpdateValues } from './updateForm'
import styles from './UpdateComposer.module.css'

export interface UpdateComposerProps {
  groupId: string
  groupName: string
  /** How the last update saw things: the likeliest answer. */
  lastHealth: ToldHealth
  onPosted: () => void
}

/**
 * Tells where the group stands, from the top of its page: a text, how it goes, one press. Without a network it waits on the
 * device, under the key of the first attempt, and leaves when the network is back.
 */
export function UpdateComposer({ groupId, groupName, lastHealth, onPosted }: UpdateComposerProps) {
  const t = useWords(streamWords)
  const client = useClient()
  const form = useForm<UpdateValues>({
    defaultValues: { text: '', health: lastHealth },
    resolver: valibotResolver(updateSchema(t)),
  })
  const draftKey = `group-update:${groupId}`
  const draft = useDraft(form, draftKey)

  useGivenBack(form, draftKey, 'text')

  const post = async (values: UpdateValues) => {
    const { outcome } = await enqueue(client, {
      label: t('outbox', { name: groupName }),
      within: groupId,
      mutation: postMutation,
      input: { workingGroupId: groupId, ...values },
      draft: { key: draftKey, values },
    })
    await draft.clear()
    const done = await outcome
    if (done.state === 'refused') return done.failures
    await clear(values.health)
    notify(done.state === 'sent' ? { tone: 'good', text: t('posted') } : { tone: 'info', text: t('kept') })
    if (done.state === 'sent') onPosted()
    return []
  }
  const clear = async (health: ToldHealth) => {
    form.reset({ text: '', health })
    await draft.clear()
  }

  return (
    <Card as="div">
      <div
        className={styles.composer}
        role="presentation"
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.querySelector('form')?.requestSubmit()
        }}
      >
        <Form form={form} onSubmit={post} label={t('update')}>
          <FormTextArea
            form={form}
            name="text"
            label={t('writeLabel')}
            placeholder={t('writePlaceholder')}
            rows={3}
            maxLength={updateMost}
          />
          <div className={styles.foot}>
            <HealthChoice form={form} name="health" />
            <SubmitButton>{t('post')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Card>
  )
}
