import type { Ref } from 'react'
import { FieldFrame } from './FieldFrame'
import { fieldStyles, type FieldProps } from './fieldStyles'

export interface TimeFieldProps extends FieldProps {
  /** An hour of the day as 09:30, or the empty string. */
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  inputRef?: Ref<HTMLInputElement>
}

/** An hour of the day, by the device's own picker. */
export function TimeField({ value, onChange, onBlur, name, inputRef, ...frame }: TimeFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          ref={inputRef}
          type="time"
          name={name}
          value={value}
          className={fieldStyles.input}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  )
}
