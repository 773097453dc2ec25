import { Suspense } from 'react'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { roomWallWords } from '../messages'

const WallLinks = later(async () => (await import('./WallLinks')).WallLinks)

export interface WallDialogProps {
  gatheringId: string
  isOpen: boolean
  onClose: () => void
}

/** The links to a gathering's wall. For whoever may make them; the caller knows. */
export function WallDialog({ gatheringId, isOpen, onClose }: WallDialogProps) {
  const t = useWords(roomWallWords)
  return (
    <Dialog title={t('link')} isOpen={isOpen} onClose={onClose}>
      <Suspense>
        <WallLinks gatheringId={gatheringId} />
      </Suspense>
    </Dialog>
  )
}
