import type { ReactNode, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import styles from './Popover.module.css'

export interface PopoverViewProps {
  label: string
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}

/** The open part of a Popover: fetched when one first opens. */
export function PopoverView({ label, triggerRef, onClose, children }: PopoverViewProps) {
  return (
    <Popover
      isOpen
      triggerRef={triggerRef}
      offset={6}
      className={styles.popover!}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Dialog aria-label={label} className={styles.dialog!}>
        {children}
      </Dialog>
    </Popover>
  )
}
