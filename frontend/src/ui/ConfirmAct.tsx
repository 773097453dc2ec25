import { useState } from 'react'
import { Button, type ButtonProps } from './Button'
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog'
import { notify } from './Toast'

export interface ConfirmActProps extends Omit<ConfirmDialogProps, 'isPending' | 'onConfirm'> {
  /** What is to be done; it tells what failed, except what belongs to a field. */
  act: () => Promise<{ ok: boolean; failures: readonly { message: string; field?: string }[] }>
  /** What is told once it is done. */
  said: string
}

/** Asks once more, does it, closes, and tells that it is done. */
export function ConfirmAct({ act, said, onClose, ...dialog }: ConfirmActProps) {
  const [isPending, setPending] = useState(false)
  const confirm = async () => {
    setPending(true)
    const { ok, failures } = await act()
    setPending(false)
    onClose()
    if (ok) notify({ tone: 'good', text: said })
    // No form is here to show it beside its field.
    for (const { field, message } of failures)
      if (field !== undefined) notify({ tone: 'danger', text: message })
  }
  return (
    <ConfirmDialog {...dialog} isPending={isPending} onClose={onClose} onConfirm={() => void confirm()} />
  )
}

export interface ConfirmButtonProps extends Omit<ConfirmActProps, 'isOpen' | 'onClose'> {
  button: Omit<ButtonProps, 'onPress'>
}

/** A button that asks once more before it acts. */
export function ConfirmButton({ button, ...asked }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button {...button} onPress={() => setAsking(true)} />
      <ConfirmAct {...asked} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  )
}
