import { CloudOff } from 'lucide-react'
import { useLive } from '@/app/live'
import { useOutbox } from '@/app/outbox'
import { EventLine } from '@/features/journal/components/EventLine'
import { useWords } from '@/i18n/useWords'
import { Card, CardMeta } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Prose } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { NewItems } from '@/ui/NewItems'
import { LoadMore } from '@/ui/Pager'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { Skeleton } from '@/ui/Skeleton'
import { streamWords } from '../streamMessages'
import { useGroupStream } from '../useGroupStream'
import type { ToldHealth } from './HealthChoice'
import styles from './GroupStream.module.css'
import { UpdateCard } from './UpdateCard'
import { UpdateComposer } from './UpdateComposer'

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
        <UpdateComposer groupId={group.id} groupName={group.name} lastHealth={lastHealth} onPosted={again} />
      ) : null}
      <Waiting groupId={group.id} />
      <NewItems count={stream?.waiting ?? 0} onShow={show} />
      <Loaded result={result} find={() => stream} onRetry={again} skeleton={<Skeleton lines={6} />}>
        {({ items, hasMore }) =>
          items.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>
              {t(group.viewerCanPostUpdate ? 'emptyWrite' : group.viewerCanJoin ? 'join' : 'emptyRead')}
            </EmptyState>
          ) : (
            <>
              <ol className={styles.items} aria-label={t('list')}>
                {items.map((item) => (
                  <li key={item.key}>
                    {item.kind === 'update' ? (
                      <UpdateCard update={item.update} groupId={group.id} />
                    ) : (
                      <EventLine event={item.event} about={group.id} />
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

/** Updates written without a network: they are there, and they say that they have not left yet. */
function Waiting({ groupId }: { groupId: string }) {
  const t = useWords(streamWords)
  const { waiting } = useOutbox()
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
