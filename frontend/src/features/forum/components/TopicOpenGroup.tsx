import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { sessionWords } from '../sessionMessages'
import type { Topic } from '../topic'
import { useGo } from '../useGo'
import { OpenGroupDialog } from './dialogs'

/** For whoever facilitates, once the vote is closed: the topic becomes a working group. */
export function TopicOpenGroup({ topic }: { topic: Topic }) {
  const t = useWords(sessionWords)
  const go = useGo()
  const [isOpen, setOpen] = useState(false)
  // Once opened from here it stays, so that the dialog can close as it came.
  if (!topic.viewerCanOpenWorkingGroup && !isOpen) return null
  return (
    <div>
      <Button variant="primary" icon={<Sprout aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('openGroup')}
      </Button>
      <OpenGroupDialog topic={topic} isOpen={isOpen} onClose={() => setOpen(false)} onSee={go} />
    </div>
  )
}
