import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '@/i18n/useWords'
import { Button, IconButton } from './Button'
import styles from './Dialog.module.css'
import { uiWords } from './messages'

export interface DialogProps {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode | ((close: () => void) => ReactNode)
  /** The acts, always in reach at the bottom. */
  footer?: ReactNode | ((close: () => void) => ReactNode)
  size?: 's' | 'm' | 'l'
  /** Cannot be left by a press outside: something would be lost. */
  isHeld?: boolean
}

/** A task of its own above the page: in the middle of a wide screen, a sheet from below on a phone. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
  footer,
  size = 'm',
  isHeld = false,
}: DialogProps) {
  const t = useWords(uiWords)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isHeld}
      className={styles.veil!}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={styles.dialog!}>
          {({ close }) => (
            <>
              <header className={styles.head}>
                <Heading slot="title" className={styles.title!}>
                  {title}
                </Heading>
                <IconButton label={t('close')} icon={<X aria-hidden="true" />} onPress={close} />
              </header>
              <div className={styles.body}>{typeof children === 'function' ? children(close) : children}</div>
              {footer === undefined ? null : (
                <footer className={styles.foot}>
                  {typeof footer === 'function' ? footer(close) : footer}
                </footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmDialogProps {
  title: string
  children: ReactNode
  /** The act itself, as a verb: « Retirer le sujet », never « OK ». */
  confirm: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onConfirm: () => void
  isDanger?: boolean
  isPending?: boolean
}

/** Asks once more before what cannot be undone. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  isOpen,
  onOpenChange,
  onConfirm,
  isDanger = false,
  isPending = false,
}: ConfirmDialogProps) {
  const t = useWords(uiWords)
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="s"
      footer={(close) => (
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button variant={isDanger ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending}>
            {confirm}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  )
}
