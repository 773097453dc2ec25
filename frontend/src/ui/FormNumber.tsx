import type { FieldValues } from 'react-hook-form'
import { NumberField, type NumberFieldProps } from './NumberField'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Omit<NumberFieldProps, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'inputRef'>

/** A NumberField tied to a form. */
export function FormNumber<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const field = useFormField<number | null, Values, Sent>({ form, name })
  return <NumberField {...props} {...field} />
}
