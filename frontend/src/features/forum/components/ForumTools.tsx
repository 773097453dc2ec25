import { CalendarCog, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button, IconButton } from '@/ui/Button'
import type { Forum } from '../forum'
import { forumWords } from '../messages'
import { ForumSettings, TimetableDialog } from './dialogs'

/** What whoever prepares a forum has beside its name: a timetable to be proposed; the settings too, where no other tools stand. */
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
      {forum.viewerCanEdit && !forum.viewerCanFacilitate ? (
        <IconButton
          label={t('settings')}
          icon={<Settings2 aria-hidden="true" />}
          onPress={() => setOpen('settings')}
        />
      ) : null}
      <ForumSettings forum={forum} isOpen={open === 'settings'} onClose={close} onStale={onStale} />
      <TimetableDialog forum={forum} isOpen={open === 'timetable'} onClose={close} onStale={onStale} />
    </>
  )
}
