import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useLiveReads } from '@/app/liveReads'
import { useListAddress } from '@/app/useListAddress'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { LineList, Stack } from '@/ui/Layout'
import { ListFilters, ListPage } from '@/ui/Listing'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { ProgressBar } from '@/ui/ProgressBar'
import { Skeleton } from '@/ui/Skeleton'
import { useMinute } from '@/features/gatherings/components/useMinute'
import { DeskLine, deskLine } from './components/DeskLine'
import { participantsWords } from './participantsMessages'
import { daysBetween } from './registration'

const deskHead = graphql(`
  query DeskHead($id: ID!) {
    gathering(id: $id) {
      id
      name
      startsOn
      endsOn
      timeZone
      viewerCanEdit
      viewerCanMarkAttendance
    }
    participantFigures(gatheringId: $id) {
      registered
      days {
        day
        registered
        present
      }
    }
  }
`)

const deskQuery = graphql(
  `
    query Desk($id: ID!, $filter: RegistrationFilter!, $first: Int!, $after: String) {
      gathering(id: $id) {
        id
        registrations(filter: $filter, first: $first, after: $after) {
          nodes {
            id
            ...DeskLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [deskLine],
)

interface DeskSearch {
  q?: string
  jour?: string
  attendus?: boolean
  apres?: string
}

const page = 60

const route = getRouteApi('/shell/rencontres/$gatheringId/emargement')

/** The desk: who is expected on a day, and one press for each who arrives. */
export function DeskPage() {
  const t = useWords(participantsWords)
  const { gatheringId } = route.useParams()
  const [result, again] = useQuery({ query: deskHead, variables: { id: gatheringId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
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
          <Stack>
            <PageHeader
              title={t('deskTitle')}
              lead={t('deskLead')}
              documentTitle={`${t('deskTitle')} · ${gathering.name}`}
              breadcrumbs={[
                { label: gathering.name, href: addresses.gathering(gathering.id) },
                { label: t('title'), href: addresses.participants(gathering.id) },
              ]}
              actions={<LinkButton href={addresses.participants(gathering.id)}>{t('title')}</LinkButton>}
            />
            {gathering.viewerCanMarkAttendance ? (
              <Arrivals
                gathering={gathering}
                days={result.data?.participantFigures?.days ?? []}
                onMarked={readAgain}
              />
            ) : (
              <EmptyState
                level={2}
                title={t(gathering.viewerCanEdit ? 'tooSoon' : 'notYours')}
                action={<LinkButton href={addresses.gathering(gathering.id)}>{t('back')}</LinkButton>}
              >
                <p>{t(gathering.viewerCanEdit ? 'tooSoonText' : 'notYoursText')}</p>
              </EmptyState>
            )}
          </Stack>
        </TimeZone>
      )}
    </Loaded>
  )
}

interface ArrivalsProps {
  gathering: { id: string; startsOn: string; endsOn: string }
  days: readonly { day: string; registered: number; present: number | null }[]
  onMarked: () => void
}

function Arrivals({ gathering, days, onMarked }: ArrivalsProps) {
  const t = useWords(participantsWords)
  const format = useFormat()
  const place = useListAddress<DeskSearch>()
  const { search } = place
  const today = format.dayOf(useMinute())
  const begun = daysBetween(gathering.startsOn, gathering.endsOn).filter((day) => day <= today)
  const day = begun.find((each) => each === search.jour) ?? (begun.includes(today) ? today : begun.at(-1))
  const [result, again] = useQuery({
    query: deskQuery,
    variables: {
      id: gathering.id,
      filter: {
        states: ['REGISTERED'],
        day,
        search: search.q || undefined,
        awaitedOn: search.attendus === true ? day : undefined,
      },
      first: page,
      after: search.apres || undefined,
    },
    pause: day === undefined,
  })
  const readAgain = () => {
    again({ requestPolicy: 'network-only' })
    onMarked()
  }
  useLiveReads({ gatheringId: gathering.id }, readAgain, {
    matters: (facts) =>
      facts.some(({ verb }) => verb.startsWith('ATTENDANCE_') || verb.startsWith('REGISTRATION_')),
  })
  const figures = days.find((each) => each.day === day)
  if (day === undefined)
    return (
      <EmptyState level={2} title={t('tooSoon')}>
        <p>{t('tooSoonText')}</p>
      </EmptyState>
    )
  return (
    <>
      <ListFilters
        place={place}
        label={t('filters')}
        fields={[
          { kind: 'search', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'jour',
            label: t('day'),
            any: begun.includes(today) ? t('deskToday') : format.date(begun.at(-1)!, 'weekday'),
            options: begun.map((each) => ({ id: each, label: format.date(each, 'weekday') })),
          },
          { kind: 'toggle', name: 'attendus', label: t('awaited') },
        ]}
      />
      {figures === undefined ? null : (
        <ProgressBar
          label={t('here', { day: format.date(day, 'weekday') })}
          value={figures.present ?? 0}
          max={Math.max(figures.registered, 1)}
        />
      )}
      <Loaded
        result={result}
        find={(data) => data.gathering}
        onRetry={readAgain}
        skeleton={<Skeleton lines={12} />}
      >
        {({ registrations }) => (
          <ListPage
            place={place}
            page={registrations}
            empty={
              <EmptyState
                level={2}
                title={t(search.q ? 'emptyTitle' : search.attendus ? 'deskAll' : 'deskNone')}
              >
                <p>{t(search.q ? 'emptyText' : 'deskNoneText')}</p>
              </EmptyState>
            }
          >
            {(nodes) => (
              <LineList label={t('list')}>
                {nodes.map((line) => (
                  <DeskLine key={line.id} line={line} day={day} onMarked={onMarked} />
                ))}
              </LineList>
            )}
          </ListPage>
        )}
      </Loaded>
    </>
  )
}
