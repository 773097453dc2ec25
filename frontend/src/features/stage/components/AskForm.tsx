import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useEffectEvent } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { failuresOf } from '@/app/failure'
import { graphql } from '@/app/graphql'
import { enqueue, useOutbox } from '@/app/outbox'
import { useViewer } from '@/app/session'
import { firstWords } from '@/i18n/firstWords'
import { useWords } from '@/i18n/useWords'
import { Card } from '@/ui/Card'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { stageWords } from '../messages'
import { questionMost } from '../question'
import type { Stage } from '../stage'

const askMutation = graphql(`
  mutation AskLiveQuestion($input: AskLiveQuestionInput!) {
    askLiveQuestion(input: $input) {
      liveQuestion {
        id
        state
      }
      stage {
        id
        viewerQuestionsLeft
      }
    }
  }
`)

/**
 * Asks a question, with or without one's name. Without a network it waits on the device, under the key of the first attempt, and
 * leaves when the network is back.
 */
export function AskForm({ stage }: { stage: Stage }) {
  const t = useWords(stageWords)
  const client = useClient()
  const viewer = useViewer()
  const form = useForm({
    defaultValues: { text: '', anonymous: false },
    resolver: valibotResolver(
      v.object({
        text: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('textNeeded')),
          v.maxLength(questionMost, t('textLong', { max: questionMost })),
        ),
        anonymous: v.boolean(),
      }),
    ),
  })
  const draftKey = `stage-ask:${stage.id}`
  const draft = useDraft(form, draftKey)

  // One that waited and was refused comes back to be reworded, unless another is being written.
  const { refused, waiting } = useOutbox()
  const returned = refused?.input.agendaItemId === stage.id ? refused.input.text : undefined
  const giveBack = useEffectEvent((text: string) => {
    if (form.getValues('text') === '') form.setValue('text', text, { shouldDirty: true })
  })
  useEffect(() => {
    if (typeof returned === 'string') giveBack(returned)
  }, [returned])
  const left =
    stage.viewerQuestionsLeft - waiting.filter(({ input }) => input.agendaItemId === stage.id).length

  const ask = async (values: { text: string; anonymous: boolean }) => {
    const input = { clientMutationId: crypto.randomUUID(), agendaItemId: stage.id, ...values }
    if (navigator.onLine) {
      const { data, error } = await client.mutation(askMutation, { input }).toPromise()
      const failures = failuresOf(error)
      if (failures.length === 0) {
        await clear()
        const isRead = data?.askLiveQuestion?.liveQuestion?.state === 'SUBMITTED'
        notify({ tone: 'good', text: t(isRead ? 'submitted' : 'asked') })
        return
      }
      if (failures.every(({ code }) => code !== 'NETWORK')) return failures
    }
    await clear()
    await enqueue(client, {
      viewerId: viewer.id,
      label: t('outbox', { text: firstWords(values.text) }),
      mutation: askMutation,
      input,
      draft: { key: draftKey, values },
    })
    notify({ tone: 'info', text: t('kept') })
  }
  const clear = async () => {
    form.reset({ text: '', anonymous: false })
    await draft.clear()
  }

  return (
    <Card as="div">
      <Form form={form} onSubmit={ask} label={t('ask')}>
        <FormTextArea
          form={form}
          name="text"
          label={t('askLabel')}
          placeholder={t('askPlaceholder')}
          help={stage.premoderated ? t('askRead') : undefined}
          rows={3}
          maxLength={questionMost}
        />
        {stage.anonymousAllowed ? (
          <FormCheckbox form={form} name="anonymous" note={t('askUnnamedNote')}>
            {t('askUnnamed')}
          </FormCheckbox>
        ) : null}
        <FormActions>
          <SubmitButton isDisabled={left <= 0}>{t('askDo')}</SubmitButton>
          {left <= 5 ? <span role="status">{t('askLeft', { count: Math.max(0, left) })}</span> : null}
        </FormActions>
      </Form>
    </Card>
  )
}
