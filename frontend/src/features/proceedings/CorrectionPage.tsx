import { getRouteApi } from '@tanstack/react-router'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { PageHeader } from '@/ui/PageHeader'
import { CorrectionDesk } from './components/CorrectionDesk'
import { ReadProceedings } from './components/ReadProceedings'
import { correctionWords } from './correctionMessages'
import { proceedingsWords } from './messages'
import type { Proceedings } from './proceedings'

const route = getRouteApi('/shell/rencontres/$gatheringId/actes/correction')

/** Where the coordination prepares the edition that follows the last one. */
export function CorrectionPage() {
  const { gatheringId } = route.useParams()
  return (
    <ReadProceedings gatheringId={gatheringId}>
      {(proceedings, readAgain) => <Page key={gatheringId} proceedings={proceedings} onChanged={readAgain} />}
    </ReadProceedings>
  )
}

function Page({ proceedings: p, onChanged }: { proceedings: Proceedings; onChanged: () => void }) {
  const t = useWords(correctionWords)
  const tProceedings = useWords(proceedingsWords)
  const back = addresses.proceedings(p.gatheringId)
  return (
    <Stack>
      <PageHeader
        title={t('title')}
        documentTitle={`${t('title')} · ${p.name}`}
        lead={p.viewerCanCorrect ? t('lead') : undefined}
        breadcrumbs={[
          { label: tProceedings('gatherings'), href: addresses.gatherings() },
          { label: p.name, href: addresses.gathering(p.gatheringId) },
          { label: tProceedings('title'), href: back },
        ]}
      />
      {p.viewerCanCorrect ? (
        <CorrectionDesk proceedings={p} onChanged={onChanged} />
      ) : (
        <EmptyState
          level={2}
          title={t('notAllowed')}
          action={<LinkButton href={back}>{t('backToProceedings')}</LinkButton>}
        >
          <p>{t('notAllowedText')}</p>
        </EmptyState>
      )}
    </Stack>
  )
}
