import type { ReactNode } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'
import styles from './Secret.module.css'

/** What was just made, by the name it was given, with its secret. */
export interface NewSecret {
  name: string
  secret: string
}

export interface SecretDialogProps {
  /** Shown while it is there. */
  made: NewSecret | undefined
  title: (name: string) => string
  /** What whoever has copied it says: « J'ai copié le jeton ». */
  done: string
  onClose: () => void
  children: (secret: string) => ReactNode
}

/** Shows a secret once. It is gone when this closes, so a press outside does not close it. */
export function SecretDialog({ made, title, done, onClose, children }: SecretDialogProps) {
  return (
    <Dialog
      title={title(made?.name ?? '')}
      isOpen={made !== undefined}
      onClose={onClose}
      isHeld
      footer={(close) => <Button onPress={close}>{done}</Button>}
    >
      {made === undefined ? null : <div className={styles.shown}>{children(made.secret)}</div>}
    </Dialog>
  )
}
