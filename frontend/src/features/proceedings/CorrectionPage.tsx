import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { CorrectionDesk } from './components/CorrectionDesk'
import { correctionWords } from './correctionMessages'
import { proceedingsWords } from './messages'
import { proceedingsQuery, type Proceedings } from './proceedings'

const route = getRouteApi('/shell/rencontres/$gatheringId/actes/correction')

/** Where the coordination prepares the edition that follows the last one. */
export function CorrectionPage() {
  const { gatheringId } = route.useParams()
  const [result, again] = useQuery({
    query: proceedingsQuery,
    variables: { gatheringId, edition: undefined },
  })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.proceedings}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={12} />}
    >
      {(proceedings) => <Page key={gatheringId} proceedings={proceedings} onChanged={readAgain} />}
    </Loaded>
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
