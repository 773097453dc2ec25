import type { FieldValues } from 'react-hook-form'
import { TextField, type TextFieldProps } from './TextField'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'inputRef'>

/** A TextField tied to a form. */
export function FormTextField<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const field = useFormField<string, Values, Sent>({ form, name })
  return <TextField {...props} {...field} />
}
