import { CalendarClock } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import type { Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'

const PromiseForm = later(async () => (await import('./PromiseForm')).PromiseForm)

/** Who has promised an answer to a question, and for when. */
export function Promised({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const format = useFormat()
  const { state, promisedBy, promisedFor } = contribution
  if (state !== 'ANSWER_PROMISED' || promisedBy === null || promisedFor === null) return null
  return (
    <Banner
      tone="signal"
      title={t('promisedBy', { name: promisedBy.name, day: format.date(promisedFor, 'day') })}
      actions={<PromiseButton contribution={contribution} />}
    />
  )
}

/** Promises an answer, or gives the promise anew. */
export function PromiseButton({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const [isOpen, setOpen] = useState(false)
  if (!contribution.viewerCanPromiseAnswer) return null
  return (
    <>
      <Button size="s" icon={<CalendarClock aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t(contribution.state === 'ANSWER_PROMISED' ? 'promiseAgain' : 'promise')}
      </Button>
      <Dialog title={t('promiseTitle')} isOpen={isOpen} onClose={() => setOpen(false)} size="s">
        {isOpen ? (
          <Suspense fallback={<Skeleton lines={3} />}>
            <PromiseForm contribution={contribution} onDone={() => setOpen(false)} />
          </Suspense>
        ) : null}
      </Dialog>
    </>
  )
}
