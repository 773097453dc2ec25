import {
  useController,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form'

/** What ties a field to a form of react-hook-form. */
export interface FormFieldProps<Values extends FieldValues, Sent extends FieldValues> {
  form: UseFormReturn<Values, unknown, Sent>
  name: FieldPath<Values>
}

/** The value, the changes, the fault and the focus of one field of a form. */
export function useFormField<Value, Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
}: FormFieldProps<Values, Sent>) {
  const { field, fieldState } = useController({ control: form.control, name })
  return {
    name: field.name as string,
    value: field.value as Value,
    onChange: (value: Value) => field.onChange(value as FieldPathValue<Values, FieldPath<Values>>),
    onBlur: field.onBlur,
    inputRef: field.ref,
    error: fieldState.error?.message,
  }
}
