import { useWatch, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { useWords } from '@/i18n/useWords'
import { FormSelect } from '@/ui/FormSelect'
import { partnerRoles } from '../project'
import { termsWords } from '../termsMessages'

/** The part that another centre is asked to take. */
export function RoleField<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
}: {
  form: UseFormReturn<Values, unknown, Sent>
  name: FieldPath<Values>
}) {
  const t = useWords(termsWords)
  const value = useWatch({ control: form.control, name })
  const chosen = partnerRoles.find((role) => role === value)
  return (
    <FormSelect
      form={form}
      name={name}
      label={t('role')}
      help={chosen === undefined ? undefined : t(`roleNote.${chosen}`)}
      options={partnerRoles.map((id) => ({ id, label: t(`role.${id}`) }))}
      isRequired
    />
  )
}
