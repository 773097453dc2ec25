import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { fieldStyles } from './Field'

export interface SwitchProps {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  children: ReactNode
}

/** On or off, at once: what waits for a "save" is a Checkbox. */
export function Switch({ children, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className={fieldStyles.switch}>
      <span className={fieldStyles.track} aria-hidden="true" />
      <span>{children}</span>
    </AriaSwitch>
  )
}
