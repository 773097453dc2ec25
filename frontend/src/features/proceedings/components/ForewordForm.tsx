import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { useEdit } from '@/app/useEdit'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { latestForeword, writeForeword } from '../acts'
import { proceedingsEditWords } from '../editMessages'
import type { Proceedings } from '../proceedings'

interface Values {
  version: number
  text: string
}

/** The foreword being written. When somebody else has saved in between, both texts are shown and neither is lost. */
export function ForewordForm({ proceedings, onDone }: { proceedings: Proceedings; onDone: () => void }) {
  const t = useWords(proceedingsEditWords)
  const [write] = useAct(writeForeword)
  const { gatheringId, version, foreword } = proceedings
  const form = useForm<Values>({
    resolver: valibotResolver(
      v.object({ version: v.number(), text: v.pipe(v.string(), v.maxLength(20_000, t('long'))) }),
    ),
    defaultValues: { version, text: foreword },
  })
  const { submit, clear, dialog } = useEdit(form, {
    draft: `foreword:${gatheringId}`,
    query: latestForeword,
    variables: { gatheringId },
    find: ({ proceedings: now }) => now && { version: now.version, text: now.foreword },
    asText: ({ text }) => text,
    send: (values) => write({ gatheringId, ...values }, { silent: true }),
    onSent: () => {
      notify({ tone: 'good', text: t('saved') })
      onDone()
    },
  })
  return (
    <>
      <Form form={form} onSubmit={submit} label={t('foreword')}>
        <FormTextArea form={form} name="text" label={t('foreword')} help={t('forewordHelp')} rows={12} />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
          <Button
            variant="quiet"
            onPress={() => {
              void clear()
              onDone()
            }}
          >
            {t('cancel')}
          </Button>
        </FormActions>
        <p>{t('draftKept')}</p>
      </Form>
      {dialog}
    </>
  )
}
