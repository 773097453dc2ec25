import { X } from 'lucide-react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '@/i18n/useWords'
import { IconButton } from './Button'
import type { DialogProps } from './Dialog'
import styles from './Dialog.module.css'
import { uiWords } from './messages'

/** The open part of a Dialog: fetched when one first opens. */
export function DialogView({
  title,
  isOpen,
  onClose,
  children,
  footer,
  size = 'm',
  isHeld = false,
}: DialogProps) {
  const t = useWords(uiWords)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
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
