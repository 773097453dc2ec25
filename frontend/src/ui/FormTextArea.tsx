import type { FieldValues } from 'react-hook-form'
import { TextArea, type TextAreaProps } from './TextArea'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Omit<TextAreaProps, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'inputRef'>

/** A TextArea tied to a form. */
export function FormTextArea<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const field = useFormField<string, Values, Sent>({ form, name })
  return <TextArea {...props} {...field} />
}
