import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import styles from './Popover.module.css'

export interface PopoverProps {
  /** A button. */
  trigger: ReactNode
  label: string
  children: ReactNode
}

/** A little more, beside the button that asked for it. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={styles.popover!} offset={6}>
        <Dialog aria-label={label} className={styles.dialog!}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
