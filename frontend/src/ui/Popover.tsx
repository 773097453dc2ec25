import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { buttonLook } from './Button'
import { Press } from './Press'

const loadView = () => import('./PopoverView')
const PopoverView = lazy(async () => ({ default: (await loadView()).PopoverView }))

export interface PopoverProps {
  /** What the popover is about; the button's name when `isNamedByLabel`. */
  label: string
  /** What is inside the button. */
  trigger: ReactNode
  triggerClassName?: string
  isNamedByLabel?: boolean
  children: ReactNode
}

/** A little more, beside the button that asked for it. */
export function Popover({
  label,
  trigger,
  triggerClassName,
  isNamedByLabel = false,
  children,
}: PopoverProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Press
        ref={button}
        aria-label={isNamedByLabel ? label : undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={triggerClassName ?? buttonLook({ size: 's' })}
        onHoverStart={() => void loadView()}
        onFocus={() => void loadView()}
        onPress={() => setOpen(true)}
      >
        {trigger}
      </Press>
      {isOpen ? (
        <Suspense>
          <PopoverView label={label} triggerRef={button} onClose={() => setOpen(false)}>
            {children}
          </PopoverView>
        </Suspense>
      ) : null}
    </>
  )
}
