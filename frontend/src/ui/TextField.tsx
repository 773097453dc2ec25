import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { FieldFrame } from './FieldFrame'
import { fieldStyles, type FieldProps } from './fieldStyles'

export interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'time'
  autoComplete?: HTMLInputAutoCompleteAttribute
  maxLength?: number
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  onBlur,
  name,
  type = 'text',
  autoComplete,
  maxLength,
  placeholder,
  inputRef,
  ...frame
}: TextFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          ref={inputRef}
          type={type}
          name={name}
          value={value}
          autoComplete={autoComplete}
          maxLength={maxLength}
          placeholder={placeholder}
          className={fieldStyles.input}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  )
}
