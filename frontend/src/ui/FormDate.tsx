import type { FieldValues } from 'react-hook-form'
import { DateField, type DateFieldProps } from './DateField'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Omit<DateFieldProps, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'inputRef'>

/** A DateField tied to a form. */
export function FormDate<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const field = useFormField<string, Values, Sent>({ form, name })
  return <DateField {...props} {...field} />
}
