import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useEffectEvent } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { failuresOf } from '@/app/failure'
import { enqueue, useOutbox } from '@/app/outbox'
import { useViewer } from '@/app/session'
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
  const viewer = useViewer()
  const form = useForm<UpdateValues>({
    defaultValues: { text: '', health: lastHealth },
    resolver: valibotResolver(updateSchema(t)),
  })
  const draftKey = `group-update:${groupId}`
  const draft = useDraft(form, draftKey)

  // One that waited and was refused comes back to be reworded, unless another is being written.
  const { refused } = useOutbox()
  const returned = refused?.input.workingGroupId === groupId ? refused.input.text : undefined
  const giveBack = useEffectEvent((text: string) => {
    if (form.getValues('text') === '') form.setValue('text', text, { shouldDirty: true })
  })
  useEffect(() => {
    if (typeof returned === 'string') giveBack(returned)
  }, [returned])

  const post = async (values: UpdateValues) => {
    const input = { clientMutationId: crypto.randomUUID(), workingGroupId: groupId, ...values }
    if (navigator.onLine) {
      const { error } = await client.mutation(postMutation, { input }).toPromise()
      const failures = failuresOf(error)
      if (failures.length === 0) {
        await clear(values.health)
        notify({ tone: 'good', text: t('posted') })
        onPosted()
        return
      }
      if (failures.every(({ code }) => code !== 'NETWORK')) return failures
    }
    await clear(values.health)
    await enqueue(client, {
      viewerId: viewer.id,
      label: t('outbox', { name: groupName }),
      mutation: postMutation,
      input,
      draft: { key: draftKey, values },
    })
    notify({ tone: 'info', text: t('kept') })
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
