import type { Ref } from 'react'
import { FieldFrame } from './FieldFrame'
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
  value,
  onChange,
  onBlur,
  name,
  rows = 4,
  maxLength,
  placeholder,
  inputRef,
  ...frame
}: TextAreaProps) {
  const left = maxLength === undefined ? Infinity : maxLength - value.length
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <>
          <textarea
            {...control}
            ref={inputRef}
            name={name}
            rows={rows}
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            className={fieldStyles.input}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {left < 200 ? (
            <span className={fieldStyles.count}>
              {value.length} / {maxLength}
            </span>
          ) : null}
        </>
      )}
    </FieldFrame>
  )
}
