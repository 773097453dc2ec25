import { useWatch, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form'
import * as v from 'valibot'
import type { Say } from '@/i18n/useWords'
import { useWords } from '@/i18n/useWords'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { FormDate } from '@/ui/FormDate'
import { FormNumber } from '@/ui/FormNumber'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { proposalWords } from '../proposalMessages'
import styles from './PartFields.module.css'
import { useThemes } from './useThemes'

type Key = (typeof proposalWords)['keys'][number]

/** What a proposal says, as it is typed. */
export interface ProposalText {
  title: string
  purpose: string
  expectedResults: string
  themeIds: string[]
  startsOn: string
  endsOn: string
  minimumPartners: number | null
}

/** The entries of a proposal's text, for the schema of a form. */
export function proposalEntries(t: Say<Key>) {
  return {
    title: v.pipe(v.string(), v.trim(), v.nonEmpty(t('titleNeeded')), v.maxLength(120, t('titleLong'))),
    purpose: v.pipe(v.string(), v.trim(), v.nonEmpty(t('purposeNeeded')), v.maxLength(4000, t('textLong'))),
    expectedResults: v.pipe(v.string(), v.trim(), v.maxLength(4000, t('textLong'))),
    themeIds: v.array(v.string()),
    startsOn: v.pipe(v.string(), v.nonEmpty(t('startNeeded'))),
    endsOn: v.pipe(v.string(), v.nonEmpty(t('endNeeded'))),
    minimumPartners: v.pipe(
      v.nullable(v.number()),
      v.number(t('minimumNeeded')),
      v.integer(t('minimumNeeded')),
      v.minValue(1, t('minimumNeeded')),
      v.maxValue(50, t('minimumNeeded')),
    ),
  }
}

/** Whether the end comes after the start, as far as both are given. */
export function isInOrder({ startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean {
  return startsOn === '' || endsOn === '' || endsOn >= startsOn
}

interface Fields<Values extends FieldValues, Sent extends FieldValues> {
  form: UseFormReturn<Values, unknown, Sent>
}

/** What the project is, for whom, what will come of it. */
export function ProposalTextFields<Values extends FieldValues, Sent extends FieldValues>({
  form,
}: Fields<Values, Sent>) {
  const t = useWords(proposalWords)
  const themes = useThemes()
  const at = (name: keyof ProposalText) => name as FieldPath<Values>
  return (
    <>
      <FormTextField
        form={form}
        name={at('title')}
        label={t('projectTitle')}
        help={t('projectTitleHelp')}
        maxLength={120}
        isRequired
      />
      <FormTextArea
        form={form}
        name={at('purpose')}
        label={t('purpose')}
        help={t('purposeHelp')}
        rows={5}
        isRequired
      />
      <FormTextArea
        form={form}
        name={at('expectedResults')}
        label={t('results')}
        help={t('resultsHelp')}
        rows={3}
      />
      <FormCheckboxGroup form={form} name={at('themeIds')} label={t('themes')} options={themes} isRow />
    </>
  )
}

/** Its term, and how many signatures make it. */
export function ProposalTermFields<Values extends FieldValues, Sent extends FieldValues>({
  form,
}: Fields<Values, Sent>) {
  const t = useWords(proposalWords)
  const at = (name: keyof ProposalText) => name as FieldPath<Values>
  const startsOn = useWatch({ control: form.control, name: at('startsOn') }) as string
  return (
    <>
      <div className={styles.pair}>
        <FormDate form={form} name={at('startsOn')} label={t('startsOn')} isRequired />
        <FormDate
          form={form}
          name={at('endsOn')}
          label={t('endsOn')}
          min={startsOn === '' ? undefined : startsOn}
          isRequired
        />
      </div>
      <FormNumber
        form={form}
        name={at('minimumPartners')}
        label={t('minimumPartners')}
        help={t('minimumPartnersHelp')}
        isRequired
      />
    </>
  )
}
