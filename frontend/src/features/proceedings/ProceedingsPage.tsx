import { PenLine } from 'lucide-react'
import { getRouteApi } from '@tanstack/react-router'
import { addresses, whole } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { Stack } from '@/ui/Layout'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { StatePill } from '@/ui/StatePill'
import { Suspense } from 'react'
import { Document } from './components/Document'
import { Edition, isLast } from './components/Edition'
import { Downloads } from './components/Downloads'
import { ReadProceedings } from './components/ReadProceedings'
import styles from './components/Proceedings.module.css'
import { proceedingsWords } from './messages'
import { correctionAddress, editionAddress, editionNumber, type Proceedings } from './proceedings'

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
  return (
    <ReadProceedings gatheringId={gatheringId} edition={edition}>
      {(proceedings, readAgain) => (
        <Page
          key={`${proceedings.gatheringId} ${edition ?? 'last'}`}
          proceedings={proceedings}
          onChanged={readAgain}
        />
      )}
    </ReadProceedings>
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
