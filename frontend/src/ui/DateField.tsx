import type { Ref } from 'react'
import { FieldFrame } from './FieldFrame'
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
export function DateField({ value, onChange, onBlur, name, min, max, inputRef, ...frame }: DateFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          ref={inputRef}
          type="date"
          name={name}
          min={min}
          max={max}
          value={value}
          className={fieldStyles.input}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  )
}
