import { Suspense } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { groupWords } from '../messages'

const RequestForm = later(async () => (await import('./RequestForm')).RequestForm)

/** Asks for a group, above the list. */
export function RequestGroup({
  isOpen,
  onClose,
  originId,
}: {
  /** The contribution it comes from: the form begins with its words. */
  originId?: string
  isOpen: boolean
  onClose: () => void
}) {
  const t = useWords(groupWords)
  return (
    <Dialog title={t('requestTitle')} isOpen={isOpen} onClose={onClose}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <RequestForm originId={originId} onDone={onClose} />
      </Suspense>
    </Dialog>
  )
}
