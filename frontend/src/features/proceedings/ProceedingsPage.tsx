import { PenLine } from 'lucide-react'
import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses, whole } from '@/app/addresses'
import { useLiveReads } from '@/app/liveReads'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { Stack } from '@/ui/Layout'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { Suspense } from 'react'
import { Document } from './components/Document'
import { Edition, isLast } from './components/Edition'
import { Downloads } from './components/Downloads'
import styles from './components/Proceedings.module.css'
import { proceedingsWords } from './messages'
import {
  correctionAddress,
  editionAddress,
  editionNumber,
  proceedingsQuery,
  type Proceedings,
} from './proceedings'

const Finalize = later(async () => (await import('./components/Finalize')).Finalize)
const route = getRouteApi('/shell/rencontres/$gatheringId/actes')
const editionRoute = getRouteApi('/shell/rencontres/$gatheringId/actes/editions/$edition')

/** The proceedings of a gathering for those who take part: filling during the day, then as they were last made final. */
export function ProceedingsPage() {
  return <Read gatheringId={route.useParams().gatheringId} />
}

/** One of their editions, which stays what it was. */
export function ProceedingsEditionPage() {
  const { gatheringId, edition } = editionRoute.useParams()
  return <Read gatheringId={gatheringId} edition={editionNumber(edition)} />
}

function Read({ gatheringId, edition }: { gatheringId: string; edition?: number }) {
  const [result, again] = useQuery({ query: proceedingsQuery, variables: { gatheringId, edition } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  // Once final nothing of it moves, unless another edition follows.
  const isFinal = (result.data?.proceedings?.finalAt ?? null) !== null
  useLiveReads({ gatheringId }, readAgain, {
    matters: (facts) => !isFinal || facts.some(({ verb }) => verb === 'PROCEEDINGS_CORRECTED'),
  })
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
          <Page
            key={`${proceedings.gatheringId} ${edition ?? 'last'}`}
            proceedings={proceedings}
            onChanged={readAgain}
          />
        </TimeZone>
      )}
    </Loaded>
  )
}

function Page({ proceedings: p, onChanged }: { proceedings: Proceedings; onChanged: () => void }) {
  const t = useWords(proceedingsWords)
  const format = useFormat()
  const base = addresses.proceedings(p.gatheringId)
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
            <Downloads base={isLast(p) ? base : editionAddress(base, p.edition)} pdf={p.pdfOffered} />
            {p.viewerCanFinalize ? (
              <Suspense>
                <Finalize proceedings={p} onChanged={onChanged} />
              </Suspense>
            ) : null}
            {p.viewerCanCorrect ? (
              <LinkButton href={correctionAddress(base)} icon={<PenLine aria-hidden="true" />}>
                {t('correct')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {p.finalAt === null || p.address === null ? (
        <Banner title={t('draft')}>{t('draftText')}</Banner>
      ) : (
        <Edition proceedings={p} base={base}>
          <p className={styles.note}>
            {t('permanent')}{' '}
            <Link href={addresses.publicProceedings(p.address)}>
              {whole(addresses.publicProceedings(p.address))}
            </Link>
          </p>
        </Edition>
      )}
      <Document proceedings={p} onChanged={onChanged} />
    </Stack>
  )
}
