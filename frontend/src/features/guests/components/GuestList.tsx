import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { VariablesOf } from '@/app/graphql'
import { useLive } from '@/app/live'
import { isNarrowed, useListAddress } from '@/app/useListAddress'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { onDemand } from '@/ui/later'
import { LineList } from '@/ui/Layout'
import { ListFilters, ListPage } from '@/ui/Listing'
import { Loaded } from '@/ui/Loaded'
import type { NewSecret } from '@/ui/SecretDialog'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { guestsQuery, states, type GuestState } from '../guest'
import { guestWords } from '../guestMessages'
import { GuestLine } from './GuestLine'

const InviteDialog = onDemand(async () => (await import('./InviteDialog')).InviteDialog)
const LinkDialog = onDemand(async () => (await import('./LinkDialog')).LinkDialog)

interface GuestSearch {
  q?: string
  etat?: string[]
  apres?: string
}

type Filter = NonNullable<VariablesOf<typeof guestsQuery>['filter']>

const page = 20

function filterOf({ q, etat = [] }: GuestSearch): Filter {
  const chosen = etat.filter((state): state is GuestState => (states as readonly string[]).includes(state))
  return { search: q || undefined, states: chosen.length > 0 ? chosen : undefined }
}

/** Those who are invited to a gathering by a link; what narrows and pages them is in the address. */
export function GuestList({ gatheringId }: { gatheringId: string }) {
  const t = useWords(guestWords)
  const place = useListAddress<GuestSearch>()
  const { search } = place
  const [isInviting, setInviting] = useState(false)
  const [made, setMade] = useState<NewSecret>()
  const filter = filterOf(search)
  const narrowed = isNarrowed(filter)
  const [result, again] = useQuery({
    query: guestsQuery,
    variables: { gatheringId, filter, first: page, after: search.apres || undefined },
  })
  const found = result.data?.gathering?.guests.totalCount
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useLive({ gatheringId }, readAgain)
  const invite = result.data?.gathering?.viewerCanInvite ? (
    <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onPress={() => setInviting(true)}>
      {t('invite')}
    </Button>
  ) : undefined
  return (
    <Section title={t('title')} lead={t('lead')} actions={invite}>
      {narrowed || found !== 0 ? (
        <ListFilters
          place={place}
          label={t('filters')}
          fields={[
            { kind: 'search', name: 'q', label: t('search') },
            {
              kind: 'multi',
              name: 'etat',
              label: t('state'),
              options: states.map((id) => ({ id, label: t(`state.${id}`) })),
            },
          ]}
          count={found}
        />
      ) : null}
      <Loaded
        result={result}
        find={(data) => data.gathering?.guests}
        onRetry={readAgain}
        skeleton={<Skeleton lines={6} />}
      >
        {(guests) => (
          <ListPage
            place={place}
            page={guests}
            empty={
              <EmptyState title={t(narrowed ? 'notFound' : 'none')}>
                <p>{t(narrowed ? 'notFoundText' : 'noneText')}</p>
              </EmptyState>
            }
          >
            {(nodes) => (
              <LineList label={t('title')}>
                {nodes.map((guest) => (
                  <GuestLine key={guest.id} gatheringId={gatheringId} guest={guest} onMade={setMade} />
                ))}
              </LineList>
            )}
          </ListPage>
        )}
      </Loaded>
      <InviteDialog
        gatheringId={gatheringId}
        isOpen={isInviting}
        onClose={() => setInviting(false)}
        onMade={setMade}
      />
      <LinkDialog made={made} isOpen={made !== undefined} onClose={() => setMade(undefined)} />
    </Section>
  )
}
