import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useViewer } from '@/app/session'
import { useAddress } from '@/app/useAddress'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Stack } from '@/ui/Layout'
import { later } from '@/ui/later'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { boardOf, inSessions, isFiltered, isMoving, matches, type Cell, type WallFilter } from './board'
import { PickDialog, PlaceDialog, ProposeDialog } from './components/dialogs'
import { ForumTools } from './components/ForumTools'
import { ForumViews } from './components/ForumViews'
import { PhaseNow } from './components/PhaseNow'
import { PhaseStepper } from './components/PhaseStepper'
import type { PostponedTopic } from './components/PostponedTopics'
import { Spotlight } from './components/Spotlight'
import { WaitingTopics } from './components/WaitingTopics'
import { forumQuery, type Forum, type WallTopic } from './forum'
import { forumWords } from './messages'
import { WallReader } from './moves'
import { useLiveReads } from '@/app/liveReads'
import { useGo } from './useGo'
import { useKeepFocus } from './useKeepFocus'
import { usePlacing } from './usePlacing'
import { WallContext, type WallState } from './wall'
import { wallWords } from './wallMessages'

const FacilitatorTools = later(async () => (await import('./components/FacilitatorTools')).FacilitatorTools)
const PostponedTopics = later(async () => (await import('./components/PostponedTopics')).PostponedTopics)

const route = getRouteApi('/shell/forums/$forumId')

/** `placer` opens the dialog that places this topic: its own page leads here. */
export type ForumSearch = WallFilter & { vue?: string; placer?: string; proposer?: boolean; origine?: string }

/** The open forum: one page that follows its phases, from the wall to what came of it. */
export function ForumPage() {
  const { forumId } = route.useParams()
  const [result, again] = useQuery({ query: forumQuery, variables: { id: forumId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  const gatheringId = result.data?.forum?.gathering.id
  const client = useClient()
  const viewerId = useViewer().staffMember.id
  const reader = useMemo(() => new WallReader(client, forumId), [client, forumId])
  useLiveReads(gatheringId === undefined ? null : { gatheringId }, (facts) => reader.read(facts, viewerId))
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.forum}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(forum) => (
        <TimeZone zone={forum.gathering.timeZone}>
          <OpenForum key={forum.id} forum={forum} onStale={readAgain} />
        </TimeZone>
      )}
    </Loaded>
  )
}

/** A topic as it stands now, in the session it was in. */
function latest(forum: Forum, topic: WallTopic): WallTopic {
  const same = forum.topics.find(({ id }) => id === topic.id)
  if (same === undefined) return topic
  return inSessions(same).find(({ occurrence }) => occurrence?.id === topic.occurrence?.id) ?? same
}

function OpenForum({ forum, onStale }: { forum: Forum; onStale: () => void }) {
  const t = useWords(forumWords)
  const tWall = useWords(wallWords)
  const format = useFormat()
  const go = useGo()
  const viewer = useViewer()
  const [search, setSearch] = useAddress<ForumSearch>()
  // In the address, so that one can come from elsewhere to propose.
  const isProposing = search.proposer === true && forum.viewerCanPropose
  const [resumed, setResumed] = useState<PostponedTopic>()
  const setProposing = (isOpen: boolean) => {
    if (!isOpen) setResumed(undefined)
    setSearch({ proposer: isOpen || undefined, origine: undefined })
  }
  const [placed, setPlaced] = useState<WallTopic | undefined>(() =>
    forum.topics.find(({ id, viewerCanPlace }) => viewerCanPlace && id === search.placer),
  )
  const [isRepeat, setRepeat] = useState(false)
  const [picked, setPicked] = useState<Cell>()
  const [open, setOpen] = useState(placed === undefined ? undefined : 'place')
  const [dragged, drag] = useState<WallTopic>()
  const { moving, place, repeat, unplace } = usePlacing(forum)
  const keepFocus = useKeepFocus()
  const personId = viewer.staffMember.id

  const board = useMemo(() => boardOf(forum.topics, moving), [forum.topics, moving])
  const wall: WallState = {
    forum,
    board,
    personId,
    isFound: (topic) => !isFiltered(search) || matches(topic, search, personId),
    isMoving: (topic) => isMoving(topic, moving),
    place: (topic, to) => {
      void place(topic, to)
      keepFocus(topic.id)
    },
    repeat: (topic, to) => {
      void repeat(topic, to)
      keepFocus(topic.id)
    },
    unplace: (topic) => {
      void unplace(topic)
      keepFocus(topic.id)
    },
    choosePlace: (topic, again = false) => {
      setPlaced(topic)
      setRepeat(again)
      setOpen('place')
    },
    chooseTopic: (cell) => {
      setPicked(cell)
      setOpen('pick')
    },
    dragged,
    drag,
  }
  const close = () => {
    setOpen(undefined)
    if (search.placer !== undefined) setSearch({ placer: undefined })
  }
  const propose = forum.viewerCanPropose ? (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onPress={() => setProposing(true)}>
      {tWall('propose')}
    </Button>
  ) : undefined

  return (
    <WallContext value={wall}>
      <Stack>
        <PageHeader
          eyebrow={t('eyebrow')}
          title={forum.name}
          breadcrumbs={[
            { label: t('gatherings'), href: addresses.gatherings() },
            { label: forum.gathering.name, href: addresses.gathering(forum.gathering.id) },
          ]}
          actions={
            <>
              {propose}
              <ForumTools forum={forum} onStale={onStale} />
            </>
          }
          meta={
            <>
              <span>
                {forum.gathering.city}, {format.dateRange(forum.gathering.startsOn, forum.gathering.endsOn)}
              </span>
              <span>{t('facilitatedBy', { name: forum.facilitator.name })}</span>
            </>
          }
        />
        <PhaseStepper phase={forum.phase} />
        <PhaseNow forum={forum} />
        {forum.viewerCanFacilitate ? (
          <Suspense>
            <FacilitatorTools forum={forum} onStale={onStale} />
          </Suspense>
        ) : null}
        <WaitingTopics forumId={forum.id} />
        {forum.phase === 'MARKETPLACE' ? <Spotlight /> : null}
        <ForumViews search={search} onSearch={setSearch} propose={propose} onSee={go} />
        {forum.phase === 'PREPARATION' || forum.phase === 'COLLECTION' || forum.phase === 'MARKETPLACE' ? (
          <Suspense>
            <PostponedTopics
              onResume={(topic) => {
                setResumed(topic)
                setSearch({ proposer: true })
              }}
            />
          </Suspense>
        ) : null}
      </Stack>
      <ProposeDialog
        forumId={forum.id}
        originId={search.origine}
        resumed={resumed}
        isOpen={isProposing}
        onClose={() => setProposing(false)}
        onSee={go}
      />
      {placed === undefined ? null : (
        <PlaceDialog
          topic={latest(forum, placed)}
          isOpen={open === 'place'}
          isRepeat={isRepeat}
          onClose={close}
        />
      )}
      {picked === undefined ? null : <PickDialog cell={picked} isOpen={open === 'pick'} onClose={close} />}
    </WallContext>
  )
}
