import { Check, Flag } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { LineList, Row, Stack } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Menu } from '@/ui/Menu'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import { AddMilestone } from './AddMilestone'
import { DropMilestone } from './DropMilestone'
import { EditMilestone } from './EditMilestone'
import { groupMilestone, type WholeMilestone } from './groupMilestone'
import styles from './Milestones.module.css'

const completeMutation = graphql(
  `
    mutation CompleteMilestone($input: CompleteMilestoneInput!) {
      completeMilestone(input: $input) {
        milestone {
          id
          ...GroupMilestone
        }
      }
    }
  `,
  [groupMilestone],
)

export interface MilestonesProps {
  groupId: string
  milestones: readonly FragmentOf<typeof groupMilestone>[]
  canManage: boolean
}

/** The steps of a group's work: what comes next, what has no day yet, what is behind. */
export function Milestones({ groupId, milestones, canManage }: MilestonesProps) {
  const t = useWords(streamWords)
  const all = milestones.map((milestone) => readFragment(groupMilestone, milestone))
  const open = all.filter(({ state }) => state === 'PLANNED' || state === 'PROPOSED')
  const parts = [
    { title: t('ahead'), milestones: open.filter(({ dueOn }) => dueOn !== null) },
    { title: t('undated'), milestones: open.filter(({ dueOn }) => dueOn === null) },
    { title: t('past'), milestones: all.filter((milestone) => !open.includes(milestone)).reverse() },
  ]
  return (
    <Stack>
      {canManage ? <AddMilestone groupId={groupId} /> : null}
      {all.length === 0 ? (
        <EmptyState level={2} title={t('noneTitle')}>
          {t(canManage ? 'noneWrite' : 'noneRead')}
        </EmptyState>
      ) : (
        parts
          .filter((part) => part.milestones.length > 0)
          .map((part) => (
            <Section key={part.title} title={part.title} count={part.milestones.length}>
              <LineList label={part.title}>
                {part.milestones.map((milestone) => (
                  <MilestoneLine
                    key={milestone.id}
                    milestone={milestone}
                    groupId={groupId}
                    canManage={canManage}
                  />
                ))}
              </LineList>
            </Section>
          ))
      )}
    </Stack>
  )
}

function MilestoneLine({
  milestone,
  groupId,
  canManage,
}: {
  milestone: WholeMilestone
  groupId: string
  canManage: boolean
}) {
  const t = useWords(streamWords)
  const [complete, { isPending }] = useAct(completeMutation)
  const [asked, setAsked] = useState<'edit' | 'drop' | null>(null)
  const isOpen = milestone.state === 'PLANNED' || milestone.state === 'PROPOSED'
  const close = () => setAsked(null)
  const reach = async () => {
    const done = await complete({ milestoneId: milestone.id, version: milestone.version })
    if (done.ok) notify({ tone: 'good', text: t('doneSaid') })
  }
  return (
    <Line
      icon={<Flag aria-hidden="true" />}
      name={milestone.title}
      note={<MilestoneFacts milestone={milestone} />}
    >
      {canManage && isOpen ? (
        <Row>
          {milestone.state === 'PLANNED' ? (
            <Button
              size="s"
              icon={<Check aria-hidden="true" />}
              isPending={isPending}
              onPress={() => void reach()}
            >
              {t('done')}
            </Button>
          ) : null}
          <Menu
            label={t('actions', { title: milestone.title })}
            items={[
              { id: 'edit', label: t('edit'), onAction: () => setAsked('edit') },
              { id: 'drop', label: t('drop'), onAction: () => setAsked('drop'), isDanger: true },
            ]}
          />
          <EditMilestone milestone={milestone} groupId={groupId} isOpen={asked === 'edit'} onClose={close} />
          <DropMilestone milestone={milestone} isOpen={asked === 'drop'} onClose={close} />
        </Row>
      ) : null}
    </Line>
  )
}

/** Its day, how far it has slipped, whether it is late or behind. */
function MilestoneFacts({ milestone }: { milestone: WholeMilestone }) {
  const t = useWords(streamWords)
  const say = useStates()
  const format = useFormat()
  const facts: ReactNode[] = []
  if (milestone.state === 'DROPPED' || milestone.state === 'PROPOSED')
    facts.push(<StatePill key="state" {...say('Milestone', milestone.state)} />)
  if (milestone.overdue)
    facts.push(
      <Pill key="overdue" tone="danger">
        {t('overdue')}
      </Pill>,
    )
  if (milestone.state === 'DONE' && milestone.doneAt !== null)
    facts.push(
      <span key="done" className={styles.done}>
        {t('reachedOn', { day: format.date(milestone.doneAt) })}
      </span>,
    )
  if (milestone.dueOn !== null && milestone.state !== 'DONE')
    facts.push(
      <span key="due" className={styles.due}>
        {format.date(milestone.dueOn)}
      </span>,
      <RelativeTime key="when" at={milestone.dueOn} />,
    )
  if (milestone.firstDueOn !== null)
    facts.push(<span key="moved">{t('moved', { day: format.date(milestone.firstDueOn) })}</span>)
  return facts.length === 0 ? null : <span className={styles.facts}>{facts}</span>
}
