import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles, type FieldProps } from './fieldStyles'

export interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  type?: 'text' | 'email' | 'password' | 'tel' | 'url'
  autoComplete?: HTMLInputAutoCompleteAttribute
  maxLength?: number
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField({
  label,
  help,
  error,
  hideLabel,
  inputRef,
  placeholder,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <Input ref={inputRef} placeholder={placeholder} className={fieldStyles.input} />
      <FieldFault error={error} />
    </AriaTextField>
  )
}
