import { Projector } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { roomWallWords } from '../messages'

const WallLinks = later(async () => (await import('./WallLinks')).WallLinks)

/** Opens the links to a gathering's wall. For whoever may make them; the caller knows. */
export function WallButton({ gatheringId, size }: { gatheringId: string; size?: 's' | 'm' }) {
  const t = useWords(roomWallWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size={size} icon={<Projector aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('link')}
      </Button>
      <Dialog title={t('link')} isOpen={isOpen} onOpenChange={setOpen}>
        <Suspense>
          <WallLinks gatheringId={gatheringId} />
        </Suspense>
      </Dialog>
    </>
  )
}
