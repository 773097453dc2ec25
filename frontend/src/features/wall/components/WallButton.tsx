import { Projector } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { roomWallWords } from '../messages'
import { WallDialog } from './WallDialog'

/** Opens the links to a gathering's wall. For whoever may make them; the caller knows. */
export function WallButton({ gatheringId }: { gatheringId: string }) {
  const t = useWords(roomWallWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="s" icon={<Projector aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('link')}
      </Button>
      <WallDialog gatheringId={gatheringId} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}
