import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useLive } from '@/app/live'
import { useStates } from '@/app/states'
import { useAddress } from '@/app/useAddress'
import { registrationWords } from '@/features/registrations/messages'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { later } from '@/ui/later'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { Tabs } from '@/ui/Tabs'
import { AgendaEditor } from './components/AgendaEditor'
import { GatheringActs } from './components/GatheringActs'
import { preparationQuery, type Preparation } from './gathering'
import { gatheringWords } from './messages'
import { preparationWords } from './preparationMessages'

const Rooms = later(async () => (await import('./components/Rooms')).Rooms)
const Details = later(async () => (await import('./components/Details')).Details)
const GuestList = later(async () => (await import('@/features/guests/components/GuestList')).GuestList)
const ReleaseHistory = later(async () => (await import('./components/ReleaseHistory')).ReleaseHistory)

const route = getRouteApi('/shell/rencontres/$gatheringId/preparation')

const tabs = ['programme', 'espaces', 'invites', 'informations', 'versions'] as const
type TabId = (typeof tabs)[number]

/** Those who invite prepare the gathering: its programme, its rooms, what is said of it. */
export function PreparationPage() {
  const { gatheringId } = route.useParams()
  const [result, again] = useQuery({ query: preparationQuery, variables: { id: gatheringId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useLive({ gatheringId }, readAgain)
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.gathering}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(gathering) => (
        <TimeZone zone={gathering.timeZone}>
          <Prepared key={gathering.id} gathering={gathering} onReread={readAgain} />
        </TimeZone>
      )}
    </Loaded>
  )
}

function Prepared({ gathering, onReread }: { gathering: Preparation; onReread: () => void }) {
  const t = useWords(preparationWords)
  const tPage = useWords(gatheringWords)
  const tWho = useWords(registrationWords)
  const say = useStates()
  const format = useFormat()
  const [search, setSearch] = useAddress<{ onglet?: string }>()
  const selected = tabs.find((tab) => tab === search.onglet) ?? 'programme'
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={gathering.name}
        documentTitle={t('title', { name: gathering.name })}
        state={<StatePill {...say('Gathering', gathering.state)} />}
        breadcrumbs={[
          { label: tPage('title'), href: addresses.gatherings() },
          { label: gathering.name, href: addresses.gathering(gathering.id) },
        ]}
        meta={
          <>
            <span>{format.dateRange(gathering.startsOn, gathering.endsOn)}</span>
            <span>{gathering.city}</span>
          </>
        }
        actions={
          <>
            <LinkButton href={addresses.participants(gathering.id)}>{tWho('participants')}</LinkButton>
            <GatheringActs gathering={gathering} isPreparation onReread={onReread} />
          </>
        }
      />
      {gathering.viewerCanManageGuests && !gathering.viewerCanEdit ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <GuestList gatheringId={gathering.id} />
        </Suspense>
      ) : gathering.viewerCanEdit ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Tabs<TabId>
            label={t('tabs')}
            selected={selected}
            onSelect={(onglet) => setSearch({ onglet: onglet === 'programme' ? undefined : onglet })}
            items={[
              { id: 'programme', label: t('tabAgenda'), content: <AgendaEditor gathering={gathering} /> },
              {
                id: 'espaces',
                label: t('tabRooms'),
                count: gathering.spaces.length,
                content: <Rooms gathering={gathering} />,
              },
              {
                id: 'invites',
                label: t('tabGuests'),
                content: <GuestList gatheringId={gathering.id} />,
              },
              { id: 'informations', label: t('tabDetails'), content: <Details gathering={gathering} /> },
              {
                id: 'versions',
                label: t('tabReleases'),
                content: <ReleaseHistory gatheringId={gathering.id} />,
              },
            ]}
          />
        </Suspense>
      ) : (
        <EmptyState
          level={2}
          title={t('notYours')}
          action={<LinkButton href={addresses.gathering(gathering.id)}>{t('see')}</LinkButton>}
        >
          <p>{t('notYoursText')}</p>
        </EmptyState>
      )}
    </Stack>
  )
}
