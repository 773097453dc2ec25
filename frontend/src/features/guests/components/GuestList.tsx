import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { VariablesOf } from '@/app/graphql'
import { useLive } from '@/app/live'
import { useAddress } from '@/app/useAddress'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { onDemand } from '@/ui/later'
import { LineList } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { Pager } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { guestsQuery, states, type GuestState } from '../guest'
import { guestWords } from '../guestMessages'
import { GuestLine } from './GuestLine'
import styles from './Guests.module.css'
import type { NewLink } from './LinkDialog'

const InviteDialog = onDemand(async () => (await import('./InviteDialog')).InviteDialog)
const LinkDialog = onDemand(async () => (await import('./LinkDialog')).LinkDialog)

interface GuestSearch {
  q?: string
  etat?: string[]
  apres?: string
}

type Filter = NonNullable<VariablesOf<typeof guestsQuery>['filter']>

const page = 20
const route = getRouteApi('/shell/rencontres/$gatheringId/preparation')

function filterOf({ q, etat = [] }: GuestSearch): Filter {
  const chosen = etat.filter((state): state is GuestState => (states as readonly string[]).includes(state))
  return { search: q || undefined, states: chosen.length > 0 ? chosen : undefined }
}

/** Those who are invited to a gathering by a link; what narrows and pages them is in the address. */
export function GuestList({ gatheringId }: { gatheringId: string }) {
  const t = useWords(guestWords)
  const navigate = useNavigate()
  const search = route.useSearch() as GuestSearch
  const [, change] = useAddress<GuestSearch>()
  const [isInviting, setInviting] = useState(false)
  const [made, setMade] = useState<NewLink>()
  const filter = filterOf(search)
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const [result, again] = useQuery({
    query: guestsQuery,
    variables: { gatheringId, filter, first: page, after: search.apres || undefined },
  })
  const found = result.data?.gathering?.guests.totalCount
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useLive({ gatheringId }, readAgain)
  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: GuestSearch) => ({ ...before, apres })) as never })
  const invite = result.data?.gathering?.viewerCanInvite ? (
    <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onPress={() => setInviting(true)}>
      {t('invite')}
    </Button>
  ) : undefined
  return (
    <Section title={t('title')} lead={t('lead')} actions={invite}>
      {isNarrowed || found !== 0 ? (
        <FilterBar
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
          values={{ ...search }}
          onChange={(patch) => change({ ...patch, apres: undefined })}
          count={found}
        />
      ) : null}
      <Loaded
        result={result}
        find={(data) => data.gathering?.guests}
        onRetry={readAgain}
        skeleton={<Skeleton lines={6} />}
      >
        {({ nodes, pageInfo, totalCount }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState title={t(isNarrowed ? 'notFound' : 'none')}>
                <p>{t(isNarrowed ? 'notFoundText' : 'noneText')}</p>
              </EmptyState>
            ) : (
              <LineList label={t('title')}>
                {nodes.map((guest) => (
                  <li key={guest.id} className={styles.line}>
                    <GuestLine gatheringId={gatheringId} guest={guest} onMade={setMade} />
                  </li>
                ))}
              </LineList>
            )}
            <Pager
              hasNext={pageInfo.hasNextPage}
              onNext={() => turn(pageInfo.endCursor ?? undefined)}
              hasPrevious={Boolean(search.apres)}
              onFirst={() => turn(undefined)}
              shown={nodes.length}
              total={totalCount}
            />
          </>
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
