import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses, whole } from '@/app/addresses'
import { useLiveReads } from '@/app/liveReads'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Stack } from '@/ui/Layout'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { Suspense } from 'react'
import { Document } from './components/Document'
import { Downloads } from './components/Downloads'
import { proceedingsWords } from './messages'
import { proceedingsQuery, type Proceedings } from './proceedings'

const Finalize = later(async () => (await import('./components/Finalize')).Finalize)
const route = getRouteApi('/shell/rencontres/$gatheringId/actes')

/** The proceedings of a gathering for those who take part: filling during the day, then as they were made final. */
export function ProceedingsPage() {
  const { gatheringId } = route.useParams()
  const [result, again] = useQuery({ query: proceedingsQuery, variables: { gatheringId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  // Once final nothing of it moves.
  useLiveReads(result.data?.proceedings?.finalAt ? null : { gatheringId }, readAgain)
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.proceedings}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={12} />}
    >
      {(proceedings) => (
        <TimeZone zone={proceedings.timeZone}>
          <Page key={proceedings.gatheringId} proceedings={proceedings} onChanged={readAgain} />
        </TimeZone>
      )}
    </Loaded>
  )
}

function Page({ proceedings: p, onChanged }: { proceedings: Proceedings; onChanged: () => void }) {
  const t = useWords(proceedingsWords)
  const format = useFormat()
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={p.name}
        documentTitle={t('titleOf', { name: p.name })}
        lead={`${format.dateRange(p.startsOn, p.endsOn)} · ${[p.venue, p.city].filter(Boolean).join(', ')}`}
        state={
          <StatePill
            tone={p.finalAt === null ? 'active' : 'done'}
            label={t(p.finalAt === null ? 'draft' : 'final')}
          />
        }
        breadcrumbs={[
          { label: t('gatherings'), href: addresses.gatherings() },
          { label: p.name, href: addresses.gathering(p.gatheringId) },
        ]}
        actions={
          <>
            <Downloads base={addresses.proceedings(p.gatheringId)} pdf={p.pdfOffered} />
            {p.viewerCanFinalize ? (
              <Suspense>
                <Finalize proceedings={p} onChanged={onChanged} />
              </Suspense>
            ) : null}
          </>
        }
      />
      {p.finalAt === null || p.address === null ? (
        <Banner title={t('draft')}>{t('draftText')}</Banner>
      ) : (
        <Banner tone="good" title={t('finalText', { date: format.date(p.finalAt) })}>
          {t('permanent')}{' '}
          <Link href={addresses.publicProceedings(p.address)}>
            {whole(addresses.publicProceedings(p.address))}
          </Link>
        </Banner>
      )}
      <Document proceedings={p} onChanged={onChanged} />
    </Stack>
  )
}
