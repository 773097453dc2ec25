import type { Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles, type FieldProps } from './fieldStyles'

export interface DateFieldProps extends FieldProps {
  /** A calendar day as 2019-06-25, or the empty string. */
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  min?: string
  max?: string
  inputRef?: Ref<HTMLInputElement>
}

/** A day. The device's own picker is the one its owner knows, and the one that works best on a phone. */
export function DateField({ label, help, error, hideLabel, min, max, inputRef, ...props }: DateFieldProps) {
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <Input ref={inputRef} type="date" min={min} max={max} className={fieldStyles.input} />
      <FieldFault error={error} />
    </AriaTextField>
  )
}
