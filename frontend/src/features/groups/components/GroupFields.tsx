import type { UseFormReturn } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useThemeLabel } from '@/app/themes'
import { useWords, type Say } from '@/i18n/useWords'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { groupWords } from '../messages'

const themesQuery = graphql(`
  query GroupThemes {
    themes {
      id
      labelFr
      labelEn
    }
  }
`)

export interface GroupValues {
  name: string
  purpose: string
  admission: 'OPEN' | 'ON_APPROVAL'
  themeIds: string[]
}

const nameMost = 120
const purposeMost = 4000

/** What a group needs to be told, whether it is asked for or edited. */
export function groupSchema(t: Say<(typeof groupWords)['keys'][number]>) {
  return v.object({
    name: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(t('nameNeeded')),
      v.maxLength(nameMost, t('nameLong', { max: nameMost })),
    ),
    purpose: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(t('purposeNeeded')),
      v.maxLength(purposeMost, t('nameLong', { max: purposeMost })),
    ),
    admission: v.picklist(['OPEN', 'ON_APPROVAL']),
    themeIds: v.array(v.string()),
  })
}

/** The fields of a group's form. */
export function GroupFields({ form }: { form: UseFormReturn<GroupValues> }) {
  const t = useWords(groupWords)
  const label = useThemeLabel()
  const [{ data }] = useQuery({ query: themesQuery, requestPolicy: 'cache-first' })
  return (
    <>
      <FormTextField form={form} name="name" label={t('nameLabel')} isRequired maxLength={nameMost} />
      <FormTextArea
        form={form}
        name="purpose"
        label={t('purposeLabel')}
        help={t('purposeHelp')}
        isRequired
        rows={5}
        maxLength={purposeMost}
      />
      <FormRadioGroup
        form={form}
        name="admission"
        label={t('admissionLabel')}
        options={(['OPEN', 'ON_APPROVAL'] as const).map((id) => ({
          id,
          label: t(`admission.${id}`),
          note: t(`admission.${id}.note`),
        }))}
      />
      <FormCheckboxGroup
        form={form}
        name="themeIds"
        label={t('themesLabel')}
        options={(data?.themes ?? []).map((theme) => ({
          id: theme.id,
          label: label(theme),
        }))}
      />
    </>
  )
}
