import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useClient } from 'urql'
import * as v from 'valibot'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Columns } from '@/ui/Layout'
import { notify } from '@/ui/Toast'
import { correctProceedings } from '../acts'
import { correctionWords } from '../correctionMessages'
import { keyOf, textsOf, type Correction, type Corrigible, type Prepared } from '../corrections'
import { proceedingsQuery, type Proceedings } from '../proceedings'
import { CorrectionDialog } from './CorrectionDialog'
import { Corrections } from './Corrections'
import { CorrigibleTexts } from './CorrigibleTexts'
import { PublishEdition } from './PublishEdition'

/** The texts of the document, what replaces some of them, and the note with which it is published. */
export function CorrectionDesk({
  proceedings: p,
  onChanged,
}: {
  proceedings: Proceedings
  onChanged: () => void
}) {
  const t = useWords(correctionWords)
  const go = useNavigate()
  const client = useClient()
  const [correct] = useAct(correctProceedings)
  const [corrected, setCorrected] = useState<Corrigible>()
  const texts = useMemo(() => textsOf(p), [p])
  const form = useForm<Prepared>({
    resolver: valibotResolver(
      v.object({
        version: v.number(),
        note: v.pipe(v.string(), v.trim(), v.nonEmpty(t('noteNeeded')), v.maxLength(1000, t('noteLong'))),
        corrections: v.pipe(v.array(v.any()), v.minLength(1, t('nothing'))),
      }),
    ),
    defaultValues: { version: p.edition, note: '', corrections: [] },
  })
  const { clear } = useDraft(form, `correction:${p.gatheringId}`)
  const corrections = useWatch({ control: form.control, name: 'corrections' })
  const put = (next: Correction[]) =>
    form.setValue('corrections', next, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
  const without = (one: Omit<Correction, 'text'>) =>
    corrections.filter((other) => keyOf(other) !== keyOf(one))

  const publish = async (prepared: Prepared) => {
    const done = await correct({ gatheringId: p.gatheringId, ...prepared }, { silent: true })
    if (done.ok) {
      await clear()
      notify({ tone: 'good', text: t('published') })
      onChanged()
      await go({ to: addresses.proceedings(p.gatheringId) })
      return []
    }
    const conflict = done.failures.find(({ code, field }) => code === 'CONFLICT' && field === 'version')
    if (conflict === undefined) return done.failures
    // The page shows what the other edition says: publishing again is then said of that one.
    const { data } = await client
      .query(proceedingsQuery, { gatheringId: p.gatheringId }, { requestPolicy: 'network-only' })
      .toPromise()
    form.setValue('version', data?.proceedings?.edition ?? prepared.version, { shouldDirty: true })
    return [{ ...conflict, field: undefined, message: t('moved') }]
  }

  return (
    <>
      <Columns
        main={<CorrigibleTexts texts={texts} corrections={corrections} onCorrect={setCorrected} />}
        aside={
          <>
            <Corrections
              texts={texts}
              corrections={corrections}
              onCorrect={setCorrected}
              onGiveUp={(one) => put(without(one))}
            />
            <PublishEdition form={form} number={p.edition + 1} onPublish={publish} />
          </>
        }
      />
      {corrected === undefined ? null : (
        <CorrectionDialog
          key={keyOf(corrected)}
          stands={corrected}
          given={corrections.find((one) => keyOf(one) === keyOf(corrected))?.text}
          onKeep={(text) => {
            const { part, subjectId, place } = corrected
            put([...without(corrected), { part, subjectId, place, text }])
            setCorrected(undefined)
          }}
          onClose={() => setCorrected(undefined)}
        />
      )}
    </>
  )
}
