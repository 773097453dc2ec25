import { useQuery } from 'urql'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { topicSessions, wallTopic, type Forum } from '../forum'
import { timetableWords } from '../timetableMessages'
import { Losses } from './Losses'
import { TimetableGrid } from './TimetableGrid'

const timetableQuery = graphql(`
  query Timetable($forumId: ID!) {
    proposeTimetable(forumId: $forumId) {
      version
      losses
      lossesNow
      lossesInOrder
      unplacedTopicIds
      placements {
        topicId
        slotId
        spaceId
        isNew
        interested
        free
        torn
        seatsShort
        rivalId
      }
    }
  }
`)

const applyTimetable = graphql(
  `
    mutation ApplyTimetable($input: ApplyTimetableInput!) {
      applyTimetable(input: $input) {
        forum {
          id
          version
          topics {
            ...WallTopic
            ...TopicSessions
          }
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

export type Proposal = NonNullable<ResultOf<typeof timetableQuery>['proposeTimetable']>
export type ProposedPlacement = Proposal['placements'][number]

export interface TimetableDialogProps {
  forum: Forum
  isOpen: boolean
  onClose: () => void
  /** Reads the forum again, when another has changed its board meanwhile. */
  onStale: () => void
}

/** A timetable for what waits: what it would change, why, and what it costs whom. Nothing is written before it is applied. */
export function TimetableDialog({ forum, isOpen, onClose, onStale }: TimetableDialogProps) {
  const t = useWords(timetableWords)
  const format = useFormat()
  const [{ data, fetching }, again] = useQuery({
    query: timetableQuery,
    variables: { forumId: forum.id },
    requestPolicy: 'network-only',
    pause: !isOpen,
  })
  const [apply, { isPending }] = useAct(applyTimetable)
  const proposal = fetching ? undefined : data?.proposeTimetable
  const added = proposal?.placements.filter(({ isNew }) => isNew) ?? []
  const titleOf = (id: string) => forum.topics.find((topic) => topic.id === id)?.title ?? ''
  const confirm = async () => {
    const done = await apply(
      {
        forumId: forum.id,
        version: proposal!.version,
        placements: added.map(({ topicId, slotId, spaceId }) => ({ topicId, slotId, spaceId })),
      },
      { silent: true },
    )
    if (done.failures.some(({ code }) => code === 'CONFLICT')) {
      notify({ tone: 'info', text: t('passed') })
      onStale()
      again({ requestPolicy: 'network-only' })
      return
    }
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (!done.ok) return
    notify({ tone: 'good', text: t('applied', { count: added.length }) })
    onClose()
  }
  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      size="l"
      footer={(close) => (
        <>
          <Button onPress={close}>{t('leave')}</Button>
          {added.length === 0 ? null : (
            <Button variant="primary" isPending={isPending} onPress={() => void confirm()}>
              {t('apply')}
            </Button>
          )}
        </>
      )}
    >
      {!proposal ? (
        <div role="status" aria-label={t('looking')}>
          <Skeleton lines={6} />
        </div>
      ) : added.length === 0 ? (
        <EmptyState title={t('nothing')}>
          <p>{t('nothingText')}</p>
        </EmptyState>
      ) : (
        <Stack>
          <p>
            {t('lead')} <strong>{t('placed', { count: added.length })}</strong>
            {proposal.unplacedTopicIds.length === 0
              ? '.'
              : `, ${t('unplaced', { count: proposal.unplacedTopicIds.length })}.`}
          </p>
          <Losses proposal={proposal} />
          <TimetableGrid forum={forum} placements={proposal.placements} titleOf={titleOf} />
          {proposal.unplacedTopicIds.length === 0 ? null : (
            <Section title={t('left')} count={proposal.unplacedTopicIds.length}>
              <p>{format.list(proposal.unplacedTopicIds.map(titleOf))}</p>
            </Section>
          )}
        </Stack>
      )}
    </Dialog>
  )
}
