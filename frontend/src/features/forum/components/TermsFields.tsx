import type { UseFormReturn } from 'react-hook-form'
import * as v from 'valibot'
import { PersonPicker } from '@/features/groups/components/PersonPicker'
import { useWords, type Say } from '@/i18n/useWords'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormNumber } from '@/ui/FormNumber'
import { FormTextField } from '@/ui/FormTextField'
import type { Option } from '@/ui/option'
import { setupWords } from '../setupMessages'

export interface Terms {
  name: string
  facilitatorId: string | null
  convenersPlace: boolean
  dotsPerPerson: number | null
  dotsPerCentre: number | null
}

/** What a forum's terms must be, in the reader's words. */
export function termsSchema(t: Say<(typeof setupWords)['keys'][number]>) {
  const whole = (most: number, message: string) =>
    v.pipe(v.number(message), v.integer(message), v.minValue(1, message), v.maxValue(most, message))
  return v.object({
    name: v.pipe(v.string(), v.trim(), v.nonEmpty(t('nameNeeded')), v.maxLength(120)),
    facilitatorId: v.pipe(v.nullable(v.string()), v.string(t('facilitatorNeeded'))),
    convenersPlace: v.boolean(),
    dotsPerPerson: v.pipe(v.nullable(v.number()), whole(50, t('dotsNeeded'))),
    dotsPerCentre: v.nullable(whole(1000, t('dotsOfCentreNeeded'))),
  })
}

/** How a forum is run: to open one and to change it. */
export function TermsFields<Sent extends object>({
  form,
  first,
  canEditDots = true,
}: {
  form: UseFormReturn<Terms, unknown, Sent>
  /** Who is proposed to facilitate before anything is typed. */
  first: readonly Option[]
  canEditDots?: boolean
}) {
  const t = useWords(setupWords)
  return (
    <>
      <FormTextField form={form} name="name" label={t('name')} maxLength={120} isRequired />
      <PersonPicker form={form} name="facilitatorId" label={t('facilitator')} first={first} isRequired />
      <FormCheckbox form={form} name="convenersPlace" note={t('convenersPlaceNote')}>
        {t('convenersPlace')}
      </FormCheckbox>
      <FormNumber form={form} name="dotsPerPerson" label={t('dots')} isRequired isDisabled={!canEditDots} />
      <FormNumber
        form={form}
        name="dotsPerCentre"
        label={t('dotsOfCentre')}
        help={canEditDots ? t('dotsOfCentreHelp') : t('dotsStand')}
        isDisabled={!canEditDots}
      />
    </>
  )
}
