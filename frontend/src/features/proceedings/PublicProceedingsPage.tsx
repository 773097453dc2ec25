import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { Document } from './components/Document'
import { Downloads } from './components/Downloads'
import { proceedingsWords } from './messages'
import { publicProceedingsQuery, type Proceedings } from './proceedings'

const route = getRouteApi('/shell/actes/$address')

/** What anyone may read of proceedings that are final, at an address that stays. */
export function PublicProceedingsPage() {
  const { address } = route.useParams()
  const [result, again] = useQuery({ query: publicProceedingsQuery, variables: { address } })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => ({ found: data.publicProceedings })}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton shape="page" lines={12} />}
    >
      {({ found }) =>
        found === null ? (
          <None />
        ) : (
          <TimeZone zone={found.timeZone}>
            <Page proceedings={found} address={address} />
          </TimeZone>
        )
      }
    </Loaded>
  )
}

function Page({ proceedings: p, address }: { proceedings: Proceedings; address: string }) {
  const t = useWords(proceedingsWords)
  const format = useFormat()
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={p.name}
        documentTitle={t('titleOf', { name: p.name })}
        lead={`${format.dateRange(p.startsOn, p.endsOn)} · ${[p.venue, p.city].filter(Boolean).join(', ')}`}
        breadcrumbs={[
          { label: t('gatherings'), href: addresses.gatherings() },
          { label: p.name, href: addresses.gathering(p.gatheringId) },
        ]}
        actions={<Downloads base={addresses.publicProceedings(address)} pdf={p.pdfOffered} />}
      />
      {p.finalAt === null ? null : (
        <Banner title={t('publicPart')}>{t('publicPartText', { date: format.date(p.finalAt) })}</Banner>
      )}
      <Document proceedings={p} />
    </Stack>
  )
}

function None() {
  const t = useWords(proceedingsWords)
  return (
    <Stack>
      <PageHeader title={t('title')} />
      <EmptyState
        level={2}
        title={t('none')}
        action={<LinkButton href={addresses.gatherings()}>{t('seeGatherings')}</LinkButton>}
      >
        <p>{t('noneText')}</p>
      </EmptyState>
    </Stack>
  )
}
