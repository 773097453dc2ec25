import type { FieldValues } from 'react-hook-form'
import { CheckboxGroup, type CheckboxGroupProps } from './Checkbox'
import { useFormField, type FormFieldProps } from './useFormField'

type Own<Id extends string> = Omit<
  CheckboxGroupProps<Id>,
  'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'
>

/** A CheckboxGroup tied to a form. */
export function FormCheckboxGroup<Id extends string, Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own<Id>) {
  const {
    name: _name,
    inputRef: _ref,
    onBlur: _blur,
    ...field
  } = useFormField<Id[], Values, Sent>({ form, name })
  return <CheckboxGroup {...props} {...field} />
}
