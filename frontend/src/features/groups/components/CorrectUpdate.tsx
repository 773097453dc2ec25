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
  onOpenChange: (isOpen: boolean) => void
}

/** Corrects an update, above the stream. */
export function CorrectUpdate({ isOpen, onOpenChange, ...props }: CorrectUpdateProps) {
  const t = useWords(streamWords)
  return (
    <Dialog title={t('correctTitle')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <CorrectForm {...props} onDone={() => onOpenChange(false)} />
      </Suspense>
    </Dialog>
  )
}
