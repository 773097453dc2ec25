import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useState } from 'react'
import { useClient } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
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
  const client = useClient()
  const [write] = useAct(writeForeword)
  const [theirs, setTheirs] = useState<Values>()
  const { gatheringId, version, foreword } = proceedings
  const form = useForm<Values>({
    resolver: valibotResolver(
      v.object({ version: v.number(), text: v.pipe(v.string(), v.maxLength(20_000, t('long'))) }),
    ),
    defaultValues: { version, text: foreword },
  })
  const { clear } = useDraft(form, `foreword:${gatheringId}`)

  const save = async (values: Values): Promise<readonly FormFailure[]> => {
    const done = await write({ gatheringId, ...values }, { silent: true })
    if (done.ok) {
      await clear()
      notify({ tone: 'good', text: t('saved') })
      onDone()
      return []
    }
    if (done.failures.some(({ code }) => code === 'CONFLICT')) {
      const { data } = await client
        .query(latestForeword, { gatheringId }, { requestPolicy: 'network-only' })
        .toPromise()
      const stored = data?.proceedings
      if (stored) {
        setTheirs({ version: stored.version, text: stored.foreword })
        return []
      }
    }
    return done.failures
  }

  return (
    <>
      <Form form={form} onSubmit={save} label={t('foreword')}>
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
      {theirs === undefined ? null : (
        <ConflictDialog
          isOpen
          mine={form.getValues('text')}
          theirs={theirs.text}
          onKeepMine={() => {
            // Sent again it replaces what has just been read.
            form.setValue('version', theirs.version, { shouldDirty: true })
            setTheirs(undefined)
          }}
          onTakeTheirs={() => {
            form.reset(theirs)
            setTheirs(undefined)
          }}
        />
      )}
    </>
  )
}
