import type { FieldValues } from 'react-hook-form'
import { TimeField, type TimeFieldProps } from './TimeField'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Omit<TimeFieldProps, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'inputRef'>

/** A TimeField tied to a form. */
export function FormTime<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const field = useFormField<string, Values, Sent>({ form, name })
  return <TimeField {...props} {...field} />
}
