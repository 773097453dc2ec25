import type { FieldValues } from 'react-hook-form'
import { Select, type SelectProps } from './Select'
import { useFormField, type FormFieldProps } from './useFormField'

type Own<Id extends string> = Omit<
  SelectProps<Id>,
  'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'inputRef'
>

/** A Select tied to a form. */
export function FormSelect<Id extends string, Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own<Id>) {
  const field = useFormField<Id | null, Values, Sent>({ form, name })
  return <Select {...props} {...field} />
}
