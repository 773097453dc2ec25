import type { FieldValues } from 'react-hook-form'
import { useWords } from '@/i18n/useWords'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import type { FormFieldProps } from '@/ui/useFormField'
import { streamWords } from '../streamMessages'
import { toldHealths } from '../toldHealth'

/** How the author of an update sees things: one of three, in sight. */
export function HealthChoice<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
}: FormFieldProps<Values, Sent>) {
  const t = useWords(streamWords)
  return (
    <FormRadioGroup
      form={form}
      name={name}
      label={t('healthLabel')}
      isRow
      options={toldHealths.map((id) => ({ id, label: t(`health.${id}`) }))}
    />
  )
}
