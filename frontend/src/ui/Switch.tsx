import type { ReactNode } from 'react'
import { fieldStyles } from './fieldStyles'

export interface SwitchProps {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  children: ReactNode
}

/** On or off, at once: what waits for a "save" is a Checkbox. */
export function Switch({ isSelected, onChange, isDisabled = false, children }: SwitchProps) {
  return (
    <label className={fieldStyles.switch}>
      <input
        type="checkbox"
        role="switch"
        className={fieldStyles.switchInput}
        checked={isSelected}
        aria-checked={isSelected}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={fieldStyles.track} aria-hidden="true" />
      <span>{children}</span>
    </label>
  )
}
