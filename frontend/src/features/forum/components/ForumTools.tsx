import { CalendarCog, Settings2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button, IconButton } from '@/ui/Button'
import type { Forum } from '../forum'
import { forumWords } from '../messages'

const ForumSettings = lazy(async () => ({ default: (await import('./ForumSettings')).ForumSettings }))
const TimetableDialog = lazy(async () => ({ default: (await import('./TimetableDialog')).TimetableDialog }))

/** What whoever facilitates has beside the wall: a timetable to be proposed, and the forum's settings. */
export function ForumTools({ forum, onStale }: { forum: Forum; onStale: () => void }) {
  const t = useWords(forumWords)
  const [open, setOpen] = useState<'settings' | 'timetable'>()
  const close = () => setOpen(undefined)
  return (
    <>
      {forum.viewerCanProposeTimetable ? (
        <Button icon={<CalendarCog aria-hidden="true" />} onPress={() => setOpen('timetable')}>
          {t('timetable')}
        </Button>
      ) : null}
      {forum.viewerCanEdit ? (
        <IconButton
          label={t('settings')}
          icon={<Settings2 aria-hidden="true" />}
          onPress={() => setOpen('settings')}
        />
      ) : null}
      <Suspense>
        {open === 'settings' ? (
          <ForumSettings forum={forum} isOpen onClose={close} onStale={onStale} />
        ) : null}
        {open === 'timetable' ? (
          <TimetableDialog forum={forum} isOpen onClose={close} onStale={onStale} />
        ) : null}
      </Suspense>
    </>
  )
}
