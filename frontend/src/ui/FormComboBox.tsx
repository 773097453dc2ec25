import type { FieldValues } from 'react-hook-form'
import { ComboBox, type ComboBoxProps } from './ComboBox'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Omit<ComboBoxProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'>

/** A ComboBox tied to a form. */
export function FormComboBox<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const { name: _name, ...field } = useFormField<string | null, Values, Sent>({ form, name })
  return <ComboBox {...props} {...field} />
}
