import { CircleQuestionMark, Lightbulb } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import type { Kind } from '../contribution'
import { contributionFormWords } from '../formMessages'
import { contributionWords } from '../messages'

const DraftForm = later(async () => (await import('./DraftForm')).DraftForm)

/** The two ways to bring something. */
export function ShareButtons({ onShare }: { onShare: (kind: Kind) => void }) {
  const t = useWords(contributionWords)
  return (
    <>
      <Button variant="primary" icon={<Lightbulb aria-hidden="true" />} onPress={() => onShare('PEPITE')}>
        {t('share.PEPITE')}
      </Button>
      <Button icon={<CircleQuestionMark aria-hidden="true" />} onPress={() => onShare('QUESTION')}>
        {t('share.QUESTION')}
      </Button>
    </>
  )
}

export interface NewContributionProps {
  /** What is being written; undefined closes it. */
  kind: Kind | undefined
  /** The gathering it is brought to, where it is already known. */
  gatheringId?: string
  onClose: () => void
}

/** Writes a pépite or a question, above the list. */
export function NewContribution({ kind, gatheringId, onClose }: NewContributionProps) {
  const t = useWords(contributionFormWords)
  // While it closes it still says what it was.
  const [last, setLast] = useState<Kind>('PEPITE')
  if (kind !== undefined && kind !== last) setLast(kind)
  return (
    <Dialog title={t(`new.${kind ?? last}`)} isOpen={kind !== undefined} onClose={onClose}>
      {kind === undefined ? null : (
        <Suspense fallback={<Skeleton lines={6} />}>
          <DraftForm kind={kind} gatheringId={gatheringId} onDone={onClose} />
        </Suspense>
      )}
    </Dialog>
  )
}
