import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { Document } from './components/Document'
import { Downloads } from './components/Downloads'
import { Edition, isLast } from './components/Edition'
import { proceedingsWords } from './messages'
import { editionAddress, editionNumber, publicProceedingsQuery, type Proceedings } from './proceedings'

const route = getRouteApi('/shell/actes/$address')
const editionRoute = getRouteApi('/shell/actes/$address/editions/$edition')

/** What anyone may read of proceedings that are final, at an address that stays and shows the last edition. */
export function PublicProceedingsPage() {
  return <Read address={route.useParams().address} />
}

/** One of their editions, at an address of its own. */
export function PublicEditionPage() {
  const { address, edition } = editionRoute.useParams()
  return <Read address={address} edition={editionNumber(edition)} />
}

function Read({ address, edition }: { address: string; edition?: number }) {
  const [result, again] = useQuery({ query: publicProceedingsQuery, variables: { address, edition } })
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
  const base = addresses.publicProceedings(address)
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={p.name}
        documentTitle={t('titleOf', { name: p.name })}
        lead={`${format.dateRange(p.startsOn, p.endsOn)} · ${[p.venue, p.city].filter(Boolean).join(', ')}`}
        state={<StatePill tone="done" label={t('publicPart')} />}
        breadcrumbs={[
          { label: t('gatherings'), href: addresses.gatherings() },
          { label: p.name, href: addresses.gathering(p.gatheringId) },
        ]}
        actions={<Downloads base={isLast(p) ? base : editionAddress(base, p.edition)} pdf={p.pdfOffered} />}
      />
      <Edition proceedings={p} base={base}>
        <p>{t('publicPartText')}</p>
      </Edition>
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
