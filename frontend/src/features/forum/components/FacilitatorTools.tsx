import { Printer } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { WallButton } from '@/features/wall/components/WallButton'
import { spaceWords } from '@/features/spaces/messages'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { Row } from '@/ui/Layout'
import type { Forum } from '../forum'
import { Chase } from './Chase'

/** What whoever facilitates has at hand in every phase: the wall, the sheets for the doors, and the harvests that are late. */
export function FacilitatorTools({ forum }: { forum: Forum }) {
  const t = useWords(spaceWords)
  return (
    <>
      <Row>
        <WallButton gatheringId={forum.gathering.id} size="s" />
        <LinkButton
          size="s"
          icon={<Printer aria-hidden="true" />}
          href={addresses.posters(forum.gathering.id)}
        >
          {t('posters')}
        </LinkButton>
      </Row>
      <Chase forum={forum} />
    </>
  )
}
