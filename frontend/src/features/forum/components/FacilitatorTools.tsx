import { Printer, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { WallButton } from '@/features/wall/components/WallButton'
import { spaceWords } from '@/features/spaces/messages'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { Row } from '@/ui/Layout'
import type { Forum } from '../forum'
import { forumWords } from '../messages'
import { Chase } from './Chase'
import { ForumSettings } from './dialogs'

/** What whoever facilitates has at hand in every phase: the wall, the sheets for the doors, the settings, and the harvests that are late. */
export function FacilitatorTools({ forum, onStale }: { forum: Forum; onStale: () => void }) {
  const t = useWords(spaceWords)
  const tForum = useWords(forumWords)
  const [isSetting, setSetting] = useState(false)
  return (
    <>
      <Row>
        <WallButton gatheringId={forum.gathering.id} />
        <LinkButton
          size="s"
          icon={<Printer aria-hidden="true" />}
          href={addresses.posters(forum.gathering.id)}
        >
          {t('posters')}
        </LinkButton>
        {forum.viewerCanEdit ? (
          <Button size="s" icon={<Settings2 aria-hidden="true" />} onPress={() => setSetting(true)}>
            {tForum('settings')}
          </Button>
        ) : null}
      </Row>
      <ForumSettings forum={forum} isOpen={isSetting} onClose={() => setSetting(false)} onStale={onStale} />
      <Chase forum={forum} />
    </>
  )
}
