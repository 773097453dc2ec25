import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import type { VariablesOf } from '@/app/graphql'
import { useLiveReads } from '@/app/liveReads'
import { useViewer } from '@/app/session'
import { useListAddress, type ListAddress } from '@/app/useListAddress'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import type { FilterField } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { ListFilters, ListPage } from '@/ui/Listing'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { ParticipantActs } from './components/ParticipantActs'
import { ParticipantFigures } from './components/ParticipantFigures'
import { ParticipantTable } from './components/ParticipantTable'
import { placeAnswers, registrationStates, useRegistrationState } from './components/state'
import { noCentre, participantsQuery, type Figures, type Participants } from './participants'
import { participantsWords } from './participantsMessages'
import { daysBetween } from './registration'

interface ParticipantsSearch {
  q?: string
  centre?: string
  jour?: string
  etat?: string[]
  place?: string
  apres?: string
}

type Filter = NonNullable<VariablesOf<typeof participantsQuery>['filter']>

const page = 50
const route = getRouteApi('/shell/rencontres/$gatheringId/participants')

/** Withdrawn ones are found by who asks for them. */
function filterOf({ q, centre, jour, etat = [], place }: ParticipantsSearch): Filter {
  const states = registrationStates.filter((state) => etat.includes(state))
  return {
    search: q || undefined,
    centreId: centre === noCentre ? undefined : centre || undefined,
    withoutCentre: centre === noCentre || undefined,
    day: jour || undefined,
    placeAnswer: placeAnswers.find((answer) => answer === place),
    states: states.length === 0 ? ['REGISTERED', 'WAITING'] : states,
  }
}

/** Who comes to a gathering: by name, centre, day and state, all of it in the address. */
export function ParticipantsPage() {
  const t = useWords(participantsWords)
  const viewer = useViewer()
  const { gatheringId } = route.useParams()
  const place = useListAddress<ParticipantsSearch>()
  const { search } = place
  const [result, again] = useQuery({
    query: participantsQuery,
    variables: {
      id: gatheringId,
      filter: filterOf(search),
      // Those who wait, alone, are read in the order of their turn.
      orderBy: search.etat?.join() === 'WAITING' ? 'QUEUE' : 'NAME',
      first: page,
      after: search.apres || undefined,
    },
  })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useLiveReads({ gatheringId }, readAgain, {
    // Other dates or another capacity change who has a place too.
    matters: (facts) =>
      facts.some(({ verb }) => verb.startsWith('REGISTRATION_') || verb === 'GATHERING_EDITED'),
  })
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
              title={t('title')}
              lead={t('lead')}
              documentTitle={`${t('title')} · ${gathering.name}`}
              breadcrumbs={[
                { label: t('gatherings'), href: addresses.gatherings() },
                { label: gathering.name, href: addresses.gathering(gathering.id) },
              ]}
              actions={<ParticipantActs gathering={gathering} onDone={readAgain} />}
            />
            {viewer.staffMember.job === 'GUEST' ? (
              <EmptyState
                level={2}
                title={t('guestTitle')}
                action={<LinkButton href={addresses.gathering(gathering.id)}>{t('back')}</LinkButton>}
              >
                <p>{t('guestText')}</p>
              </EmptyState>
            ) : (
              <Found
                gathering={gathering}
                figures={result.data?.participantFigures ?? null}
                place={place}
                onDone={readAgain}
              />
            )}
          </Stack>
        </TimeZone>
      )}
    </Loaded>
  )
}

interface FoundProps {
  gathering: Participants
  figures: Figures | null
  place: ListAddress<ParticipantsSearch>
  onDone: () => void
}

function Found({ gathering, figures, place, onDone }: FoundProps) {
  const t = useWords(participantsWords)
  const format = useFormat()
  const say = useRegistrationState()
  const { q, centre, jour, etat, place: answer } = place.search
  const narrowed = Boolean(q || centre || jour || etat?.length || answer)
  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'select',
      name: 'centre',
      label: t('centre'),
      any: t('anyCentre'),
      options: (figures?.centres ?? []).map(({ centreId, name }) =>
        centreId === null ? { id: noCentre, label: t('noCentre') } : { id: centreId, label: name },
      ),
    },
    {
      kind: 'select',
      name: 'jour',
      label: t('day'),
      any: t('anyDay'),
      options: daysBetween(gathering.startsOn, gathering.endsOn).map((day) => ({
        id: day,
        label: format.date(day, 'weekday'),
      })),
    },
    {
      kind: 'multi',
      name: 'etat',
      label: t('state'),
      options: registrationStates.map((id) => ({ id, label: say(id).label })),
    },
  ]
  // Those who run the gathering are told how many have not answered, and nobody else.
  if (typeof figures?.awaited === 'number')
    fields.push({
      kind: 'select',
      name: 'place',
      label: t('place'),
      any: t('anyPlace'),
      options: placeAnswers.map((id) => ({ id, label: t(`place.${id}`) })),
    })
  return (
    <>
      {figures === null ? null : <ParticipantFigures gatheringId={gathering.id} figures={figures} />}
      <ListFilters
        place={place}
        label={t('filters')}
        fields={fields}
        count={gathering.registrations.totalCount}
      />
      <ListPage
        place={place}
        page={gathering.registrations}
        empty={
          <EmptyState level={2} title={t(narrowed ? 'emptyTitle' : 'noneTitle')}>
            <p>{t(narrowed ? 'emptyText' : 'noneText')}</p>
          </EmptyState>
        }
      >
        {(nodes) => <ParticipantTable gathering={gathering} participants={nodes} onDone={onDone} />}
      </ListPage>
    </>
  )
}
