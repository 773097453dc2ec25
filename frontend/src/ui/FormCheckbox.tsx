import type { FieldValues } from 'react-hook-form'
import { Checkbox, type CheckboxProps } from './Checkbox'
import { fieldStyles } from './fieldStyles'
import { useFormField, type FormFieldProps } from './useFormField'

type Own = Pick<CheckboxProps, 'children' | 'note' | 'isDisabled'>

/** A Checkbox tied to a form. */
export function FormCheckbox<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  ...props
}: FormFieldProps<Values, Sent> & Own) {
  const field = useFormField<boolean, Values, Sent>({ form, name })
  return (
    <div className={fieldStyles.field}>
      <Checkbox
        {...props}
        name={field.name}
        isSelected={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.inputRef}
        isInvalid={field.error !== undefined}
      />
      {field.error === undefined ? null : <span className={fieldStyles.error}>{field.error}</span>}
    </div>
  )
}
