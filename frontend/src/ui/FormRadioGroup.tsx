import type { FieldValues } from 'react-hook-form'
import { RadioGroup, type RadioGroupProps } from './RadioGroup'
import { useFormField, type FormFieldProps } from './useFormField'

type Own<Id extends string> = Omit<
  RadioGroupProps<Id>,
  'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'
>

/** A RadioGroup tied to a form. */
export function FormRadioGroup<Id extends string, Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own<Id>) {
  const {
    name: _name,
    inputRef: _ref,
    onBlur: _blur,
    ...field
  } = useFormField<Id | null, Values, Sent>({ form, name })
  return <RadioGroup {...props} {...field} />
}
