import type { UseFormReturn } from 'react-hook-form'
import * as v from 'valibot'
import { useWords } from '@/i18n/useWords'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormTextField } from '@/ui/FormTextField'
import { kinds } from '../guest'
import { guestWords } from '../guestMessages'
import styles from './Guests.module.css'

/** What is said of a guest, and the version that was read of it; 0 for who is not invited yet. */
export interface GuestValues {
  givenName: string
  familyName: string
  kind: (typeof kinds)[number]
  function: string
  email: string
  version: number
}

/** What must hold of what is said of a guest. */
export function useGuestSchema() {
  const t = useWords(guestWords)
  const name = (needed: string) =>
    v.pipe(v.string(), v.trim(), v.nonEmpty(needed), v.maxLength(80, t('long')))
  return v.pipe(
    v.object({
      givenName: name(t('givenNameNeeded')),
      familyName: name(t('familyNameNeeded')),
      kind: v.picklist(kinds),
      function: v.pipe(v.string(), v.trim(), v.maxLength(120, t('long'))),
      email: v.pipe(v.string(), v.trim(), v.maxLength(254, t('long'))),
      version: v.number(),
    }),
    v.forward(
      v.partialCheck(
        [['kind'], ['function']],
        ({ kind, function: said }) => kind !== 'OTHER' || said !== '',
        t('functionNeeded'),
      ),
      ['function'],
    ),
  )
}

/** Who a guest is, and why they come. */
export function GuestFields({ form }: { form: UseFormReturn<GuestValues> }) {
  const t = useWords(guestWords)
  return (
    <>
      <div className={styles.pair}>
        <FormTextField form={form} name="givenName" label={t('givenName')} maxLength={80} isRequired />
        <FormTextField form={form} name="familyName" label={t('familyName')} maxLength={80} isRequired />
      </div>
      <FormRadioGroup
        form={form}
        name="kind"
        label={t('kind')}
        options={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
      <FormTextField
        form={form}
        name="function"
        label={t('function')}
        help={t('functionHelp')}
        maxLength={120}
      />
      <FormTextField form={form} name="email" type="email" label={t('email')} help={t('emailHelp')} />
    </>
  )
}
