import { Suspense } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { groupWords } from '../messages'
import type { AskingMove } from '../moves'
import type { MovedGroup } from './useGroupMoves'

const MoveForm = later(async () => (await import('./MoveForm')).MoveForm)

export interface MoveDialogProps {
  /** Which move; null while the dialog is closed. */
  move: AskingMove | null
  group: MovedGroup
  onClose: () => void
}

/** Asks for what a move needs, then makes it: a reason, a summary, the group that takes over. */
export function MoveDialog({ move, group, onClose }: MoveDialogProps) {
  const t = useWords(groupWords)
  return (
    <Dialog title={move === null ? '' : t(`${move}Title`)} isOpen={move !== null} onClose={onClose}>
      {move === null ? null : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <MoveForm move={move} group={group} onDone={onClose} />
        </Suspense>
      )}
    </Dialog>
  )
}
