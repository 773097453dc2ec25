import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { notify } from '@/ui/Toast'
import { stageWords } from '../messages'
import type { Stage } from '../stage'
import { setStageMutation } from './StageSettings'

/** How an item of the agenda takes questions. Set for the first time it takes some, open at once. */
export function StageForm({ stage, onDone }: { stage: Stage; onDone: () => void }) {
  const t = useWords(stageWords)
  const [act] = useAct(setStageMutation)
  const isNew = stage.version === 0
  const form = useForm({
    defaultValues: {
      takesQuestions: isNew || stage.takesQuestions,
      questionsOpen: isNew || stage.questionsOpen,
      anonymousAllowed: isNew || stage.anonymousAllowed,
      premoderated: stage.premoderated,
    },
    resolver: valibotResolver(
      v.object({
        takesQuestions: v.boolean(),
        questionsOpen: v.boolean(),
        anonymousAllowed: v.boolean(),
        premoderated: v.boolean(),
      }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await act(
          { agendaItemId: stage.id, version: stage.version, ...values },
          { silent: true },
        )
        if (!done.ok) return done.failures
        onDone()
        notify({ tone: 'good', text: t('saved') })
      }}
    >
      <FormCheckbox form={form} name="takesQuestions">
        {t('takesQuestions')}
      </FormCheckbox>
      <FormCheckbox form={form} name="questionsOpen">
        {t('questionsOpen')}
      </FormCheckbox>
      <FormCheckbox form={form} name="anonymousAllowed" note={t('anonymousNote')}>
        {t('anonymousAllowed')}
      </FormCheckbox>
      <FormCheckbox form={form} name="premoderated">
        {t('premoderated')}
      </FormCheckbox>
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
