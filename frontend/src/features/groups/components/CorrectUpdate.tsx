import { Suspense } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { streamWords } from '../streamMessages'
import type { CorrectFormProps } from './CorrectForm'

const CorrectForm = later(async () => (await import('./CorrectForm')).CorrectForm)

export interface CorrectUpdateProps extends Omit<CorrectFormProps, 'onDone'> {
  isOpen: boolean
  onClose: () => void
}

/** Corrects an update, above the stream. */
export function CorrectUpdate({ isOpen, onClose, ...props }: CorrectUpdateProps) {
  const t = useWords(streamWords)
  return (
    <Dialog title={t('correctTitle')} isOpen={isOpen} onClose={onClose}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <CorrectForm {...props} onDone={onClose} />
      </Suspense>
    </Dialog>
  )
}
