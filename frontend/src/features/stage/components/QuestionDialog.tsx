import { lazy, Suspense } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Skeleton } from '@/ui/Skeleton'
import type { Question } from '../question'
import { questionWords } from '../questionMessages'

const QuestionForm = lazy(async () => ({ default: (await import('./QuestionForm')).QuestionForm }))

/** The acts that ask for something first. */
export type Asking = 'edit' | 'reject' | 'merge' | 'promise' | 'answer'

export interface QuestionDialogProps {
  /** Which act; null while the dialog is closed. */
  asking: Asking | null
  question: Question
  onClose: () => void
}

/** Asks for what an act on a question needs, then does it. */
export function QuestionDialog({ asking, question, onClose }: QuestionDialogProps) {
  const t = useWords(questionWords)
  return (
    <Dialog title={asking === null ? '' : t(`title.${asking}`)} isOpen={asking !== null} onClose={onClose}>
      {asking === null ? null : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <QuestionForm asking={asking} question={question} onDone={onClose} />
        </Suspense>
      )}
    </Dialog>
  )
}
