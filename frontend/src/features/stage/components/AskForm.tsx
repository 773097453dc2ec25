import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql, type ResultOf } from '@/app/graphql'
import { enqueue, useOutbox } from '@/app/outbox'
import { useGivenBack } from '@/app/refusal'
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

  useGivenBack(form, draftKey, 'text')
  const { waiting } = useOutbox()
  const left = stage.viewerQuestionsLeft - waiting.filter(({ within }) => within === stage.id).length

  const ask = async (values: { text: string; anonymous: boolean }) => {
    const { outcome } = await enqueue(client, {
      label: t('outbox', { text: firstWords(values.text) }),
      within: stage.id,
      mutation: askMutation,
      input: { agendaItemId: stage.id, ...values },
      draft: { key: draftKey, values },
    })
    await draft.clear()
    const done = await outcome
    if (done.state === 'refused') return done.failures
    await clear()
    if (done.state === 'waiting') {
      notify({ tone: 'info', text: t('kept') })
      return []
    }
    const sent = done.data as ResultOf<typeof askMutation> | undefined
    const isRead = sent?.askLiveQuestion?.liveQuestion?.state === 'SUBMITTED'
    notify({ tone: 'good', text: t(isRead ? 'submitted' : 'asked') })
    return []
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
