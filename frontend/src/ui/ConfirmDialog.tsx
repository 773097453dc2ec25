import type { ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { uiWords } from './messages'

export interface ConfirmDialogProps {
  title: string
  children: ReactNode
  /** The act itself, as a verb: « Retirer le sujet », never « OK ». */
  confirm: string
  isOpen: boolean
  onClose: () => void
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
  onClose,
  onConfirm,
  isDanger = false,
  isPending = false,
}: ConfirmDialogProps) {
  const t = useWords(uiWords)
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
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
