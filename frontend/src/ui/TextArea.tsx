import type { Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles, type FieldProps } from './fieldStyles'

export interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  rows?: number
  maxLength?: number
  placeholder?: string
  inputRef?: Ref<HTMLTextAreaElement>
}

/** Text of several lines. It grows with what is written; near its limit it says how much is left. */
export function TextArea({
  label,
  help,
  error,
  hideLabel,
  rows = 4,
  inputRef,
  placeholder,
  ...props
}: TextAreaProps) {
  const left = props.maxLength === undefined ? Infinity : props.maxLength - props.value.length
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <AriaTextArea ref={inputRef} rows={rows} placeholder={placeholder} className={fieldStyles.input} />
      {left < 200 ? (
        <span className={fieldStyles.count}>
          {props.value.length} / {props.maxLength}
        </span>
      ) : null}
      <FieldFault error={error} />
    </AriaTextField>
  )
}
