import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import * as v from 'valibot'
import type { Say } from '@/i18n/useWords'
import { useWords } from '@/i18n/useWords'
import { FormNumber } from '@/ui/FormNumber'
import { FormTextArea } from '@/ui/FormTextArea'
import { termsWords } from '../termsMessages'
import styles from './PartFields.module.css'

type Key = (typeof termsWords)['keys'][number]

/** Person-days as they are typed: a whole number within what the server takes. */
export function daysSchema(t: Say<Key>) {
  return v.pipe(
    v.nullable(v.number()),
    v.number(t('daysNeeded')),
    v.integer(t('daysRange')),
    v.minValue(0, t('daysRange')),
    v.maxValue(10_000, t('daysRange')),
  )
}

/** Euros as they are typed. */
export function moneySchema(t: Say<Key>) {
  return v.pipe(
    v.nullable(v.number()),
    v.number(t('moneyNeeded')),
    v.integer(t('moneyRange')),
    v.minValue(0, t('moneyRange')),
    v.maxValue(100_000_000, t('moneyRange')),
  )
}

export function conditionsSchema(t: Say<Key>) {
  return v.pipe(v.string(), v.trim(), v.maxLength(4000, t('conditionsLong')))
}

/** The days and money of a centre's part; `prefix` says where they stand in the form. */
export function DaysAndMoney<Values extends FieldValues, Sent extends FieldValues>({
  form,
  prefix = '',
}: {
  form: UseFormReturn<Values, unknown, Sent>
  prefix?: string
}) {
  const t = useWords(termsWords)
  const at = (name: string) => `${prefix}${name}` as FieldPath<Values>
  return (
    <div className={styles.pair}>
      <FormNumber
        form={form}
        name={at('personDays')}
        label={t('personDays')}
        unit={t('daysUnit')}
        isRequired
      />
      <FormNumber form={form} name={at('money')} label={t('money')} unit={t('moneyUnit')} isRequired />
    </div>
  )
}

export function Conditions<Values extends FieldValues, Sent extends FieldValues>({
  form,
  prefix = '',
}: {
  form: UseFormReturn<Values, unknown, Sent>
  prefix?: string
}) {
  const t = useWords(termsWords)
  return (
    <FormTextArea
      form={form}
      name={`${prefix}conditions` as FieldPath<Values>}
      label={t('conditions')}
      help={t('conditionsHelp')}
      rows={2}
    />
  )
}
