import { Suspense } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { taskWords } from '../messages'
import type { AddTaskFormProps } from './AddTaskForm'

const AddTaskForm = later(async () => (await import('./AddTaskForm')).AddTaskForm)

export interface AddTaskDialogProps extends Omit<AddTaskFormProps, 'onDone'> {
  isOpen: boolean
  onClose: () => void
}

/** Asks something of oneself or of a colleague. The form is fetched when it is first wanted. */
export function AddTaskDialog({ isOpen, onClose, ...props }: AddTaskDialogProps) {
  const t = useWords(taskWords)
  return (
    <Dialog
      title={props.assignee === undefined ? t('addTitle') : t('askTitle', { name: props.assignee.name })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <Suspense fallback={<Skeleton lines={4} />}>
        <AddTaskForm {...props} onDone={onClose} />
      </Suspense>
    </Dialog>
  )
}
