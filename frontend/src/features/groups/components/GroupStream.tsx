import { CloudOff } from 'lucide-react'
import { Suspense } from 'react'
import { readFragment } from '@/app/graphql'
import { useLive } from '@/app/live'
import { useIsHeldBack, useOutbox } from '@/app/outbox'
import { eventLine } from '@/features/journal/components/EventLine'
import { EventRun, runsOf } from '@/features/journal/components/EventRun'
import { useWords } from '@/i18n/useWords'
import { Card, CardMeta } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { later } from '@/ui/later'
import { Prose } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { NewItems } from '@/ui/NewItems'
import { LoadMore } from '@/ui/Pager'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { Skeleton } from '@/ui/Skeleton'
import { streamWords } from '../streamMessages'
import type { StreamItem } from '../stream'
import type { ToldHealth } from '../toldHealth'
import { useGroupStream } from '../useGroupStream'
import styles from './GroupStream.module.css'
import { UpdateCard } from './UpdateCard'

// Only for who may write.
const UpdateComposer = later(async () => (await import('./UpdateComposer')).UpdateComposer)

export interface GroupStreamProps {
  group: { id: string; name: string; viewerCanPostUpdate: boolean; viewerCanJoin: boolean }
  lastHealth: ToldHealth
}

/** What the group tells: updates, milestones, who came, what was decided, in one stream, and the place to add to it. */
export function GroupStream({ group, lastHealth }: GroupStreamProps) {
  const t = useWords(streamWords)
  const { result, stream, isLoading, more, again, show } = useGroupStream(group.id)
  useLive({ workingGroupId: group.id }, again)
  return (
    <div className={styles.stream}>
      {group.viewerCanPostUpdate ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <UpdateComposer
            groupId={group.id}
            groupName={group.name}
            lastHealth={lastHealth}
            onPosted={again}
          />
        </Suspense>
      ) : null}
      <Waiting groupId={group.id} />
      <NewItems count={stream?.waiting ?? 0} onShow={show} />
      <Loaded result={result} find={() => stream} onRetry={again} skeleton={<Skeleton lines={6} />}>
        {({ items, hasMore }) =>
          items.length === 0 ? (
            <EmptyState level={2} title={t('emptyTitle')}>
              {t(group.viewerCanPostUpdate ? 'emptyWrite' : group.viewerCanJoin ? 'join' : 'emptyRead')}
            </EmptyState>
          ) : (
            <>
              <ol className={styles.items} aria-label={t('list')}>
                {parts(items).map((part) => (
                  <li key={part.key}>
                    {part.kind === 'update' ? (
                      <UpdateCard update={part.update} groupId={group.id} />
                    ) : (
                      <EventRun facts={part.facts} about={group.id} />
                    )}
                  </li>
                ))}
              </ol>
              <LoadMore
                hasMore={hasMore}
                onMore={() => void more()}
                isLoading={isLoading}
                shown={items.length}
              />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

type Update = Extract<StreamItem, { kind: 'update' }>
type Part = Update | { kind: 'facts'; key: string; facts: ReturnType<typeof runsOf>[number] }

/** What someone wrote stands for itself; the facts between are folded where they are alike. */
function parts(items: readonly StreamItem[]): Part[] {
  const found: Part[] = []
  let facts: Extract<StreamItem, { kind: 'event' }>[] = []
  const fold = () => {
    for (const run of runsOf(facts.map(({ event }) => event)))
      found.push({ kind: 'facts', key: readFragment(eventLine, run[0]!).id, facts: run })
    facts = []
  }
  for (const item of items) {
    if (item.kind === 'event') facts.push(item)
    else {
      fold()
      found.push(item)
    }
  }
  fold()
  return found
}

/** Updates written without a network: they are there, and they say that they have not left yet. */
function Waiting({ groupId }: { groupId: string }) {
  const t = useWords(streamWords)
  const { waiting } = useOutbox()
  const isHeldBack = useIsHeldBack()
  if (!isHeldBack) return null
  const mine = waiting.filter(({ input }) => input.workingGroupId === groupId && 'text' in input)
  return mine.map((write) => (
    <Card key={write.order} as="div" tone="sunken">
      <CardMeta>
        <Pill icon={<CloudOff aria-hidden="true" />}>{t('waiting')}</Pill>
        <RelativeTime at={new Date(write.at).toISOString()} />
      </CardMeta>
      <Prose>{String(write.input.text)}</Prose>
    </Card>
  ))
}
