import { lazy, Suspense, useState, type ReactNode } from 'react'

const DialogView = lazy(async () => ({ default: (await import('./DialogView')).DialogView }))

export interface DialogProps {
  title: string
  isOpen: boolean
  /** Left by its close button, by Escape or, unless it is held, by a press outside: whoever shows it takes it away. */
  onClose: () => void
  children: ReactNode | ((close: () => void) => ReactNode)
  /** The acts, always in reach at the bottom. */
  footer?: ReactNode | ((close: () => void) => ReactNode)
  size?: 's' | 'm' | 'l'
  /** Cannot be left by a press outside: something would be lost. */
  isHeld?: boolean
}

/** A task of its own above the page: in the middle of a wide screen, a sheet from below on a phone. */
export function Dialog(props: DialogProps) {
  // Once shown it stays mounted, so that it can leave as it came.
  const [wasOpen, setWasOpen] = useState(props.isOpen)
  if (props.isOpen && !wasOpen) setWasOpen(true)
  if (!wasOpen) return null
  return (
    <Suspense>
      <DialogView {...props} />
    </Suspense>
  )
}
