import { Suspense, type ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { Tabs } from '@/ui/Tabs'
import { useMedia } from '@/ui/useMedia'
import { isFiltered, wallOf, type WallFilter } from '../board'
import { forumWords } from '../messages'
import { wide } from '../wide'
import { viewFor, viewsOf, type View } from '../views'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { Board } from './Board'
import styles from './ForumViews.module.css'
import { SlotList } from './SlotList'
import { TopicCard } from './TopicCard'
import { TopicQueue } from './TopicQueue'
import { WallFilters } from './WallFilters'

// Each belongs to a phase of its own, or to a tab one has to choose.
const Programme = later(async () => (await import('./Programme')).Programme)
const Results = later(async () => (await import('./Results')).Results)
const Sessions = later(async () => (await import('./Sessions')).Sessions)
const Vote = later(async () => (await import('./Vote')).Vote)

export interface ForumViewsProps {
  search: WallFilter & { vue?: string }
  onSearch: (patch: Partial<WallFilter & { vue?: string }>) => void
  propose: ReactNode
  onSee: (href: string) => void
}

/** The faces of a forum that its phase has, one at a time; which one, and what is looked for, is in the address. */
export function ForumViews({ search, onSearch, propose, onSee }: ForumViewsProps) {
  const t = useWords(forumWords)
  const isWide = useMedia(wide)
  const { forum, board, isFound } = useWall()
  const open = viewsOf(forum.phase, isWide)
  const view = viewFor(search.vue, open)
  const wall = wallOf(forum.topics, board)
  const waiting = wall.toPitch.length + wall.toPlace.length
  const filters = (
    <WallFilters
      topics={forum.topics}
      values={search}
      onChange={onSearch}
      count={isFiltered(search) ? forum.topics.filter(isFound).length : undefined}
    />
  )
  const grid = isWide ? <Board /> : <SlotList />

  const faces: Record<View, () => ReactNode> = {
    sujets: () => (
      <>
        {forum.topics.length === 0 ? null : filters}
        <TopicWall propose={propose} onClear={() => onSearch(noFilter)} />
      </>
    ),
    marche: () => (
      <>
        {filters}
        <div className={styles.market}>
          <div className={styles.stay}>{grid}</div>
          <TopicQueue wall={wall} />
        </div>
      </>
    ),
    file: () => (
      <>
        {filters}
        <TopicQueue wall={wall} />
      </>
    ),
    tableau: () => (
      <>
        {filters}
        {grid}
      </>
    ),
    // What narrows these is shown when a link says that something does.
    moment: () => (
      <>
        {isFiltered(search) ? filters : null}
        <Sessions />
      </>
    ),
    vote: () => (
      <>
        {isFiltered(search) ? filters : null}
        <Vote />
      </>
    ),
    resultats: () => (
      <>
        {isFiltered(search) ? filters : null}
        <Results onSee={onSee} />
      </>
    ),
    programme: () => <Programme />,
  }
  const counts: Partial<Record<View, number>> = { file: waiting, sujets: forum.topics.length }
  return (
    <Tabs
      label={t('viewLabel')}
      selected={view}
      onSelect={(vue) => onSearch({ vue: vue === open[0] ? undefined : vue })}
      items={open.map((id) => ({
        id,
        label: t(`view.${id}`),
        count: counts[id],
        content:
          id === view ? (
            <div className={styles.face}>
              <h2 className="visually-hidden">{t(`view.${id}`)}</h2>
              <Suspense fallback={<Skeleton lines={6} />}>{faces[id]()}</Suspense>
            </div>
          ) : null,
      }))}
    />
  )
}

const noFilter: Partial<Record<keyof WallFilter, undefined>> = {
  q: undefined,
  theme: undefined,
  miens: undefined,
  etoiles: undefined,
  aplacer: undefined,
}

/** All the topics, while they are being collected. */
function TopicWall({ propose, onClear }: { propose: ReactNode; onClear: () => void }) {
  const t = useWords(wallWords)
  const { forum, isFound } = useWall()
  const found = forum.topics.filter(isFound)
  if (forum.topics.length === 0) {
    return (
      <EmptyState title={t('emptyWall')} action={propose}>
        <p>{t(forum.viewerCanPropose ? 'emptyWallText' : 'wallClosedText')}</p>
      </EmptyState>
    )
  }
  if (found.length === 0) {
    return (
      <EmptyState title={t('nothingFound')} action={<Button onPress={onClear}>{t('clearFilters')}</Button>}>
        <p>{t('nothingFoundText')}</p>
      </EmptyState>
    )
  }
  return (
    <ul className={styles.cards} aria-label={t('wall')}>
      {found.map((topic) => (
        <TopicCard key={topic.id} topic={topic} shape="full" />
      ))}
    </ul>
  )
}
