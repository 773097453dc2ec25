import { CalendarArrowUp, Merge, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { threadQuery } from '@/features/thread/components/ObjectThread'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { Menu } from '@/ui/Menu'
import { boardWords } from '../boardMessages'
import type { Topic } from '../topic'
import { topicWords } from '../topicMessages'
import { MergeDialog, PostponeDialog } from './dialogs'

export interface ElsewhereMenuProps {
  topic: Topic
  /** For whoever may take it off the wall. */
  onWithdraw?: () => void
}

/** What takes a topic elsewhere: into another, to another gathering, or off the wall. */
export function ElsewhereMenu({ topic, onWithdraw }: ElsewhereMenuProps) {
  const t = useWords(boardWords)
  const tTopic = useWords(topicWords)
  const [open, setOpen] = useState<'merge' | 'postpone'>()
  const close = () => setOpen(undefined)
  const acts = [
    ...(topic.viewerCanMerge
      ? [
          {
            id: 'merge',
            label: t('merge'),
            icon: <Merge aria-hidden="true" />,
            onAction: () => setOpen('merge'),
          },
        ]
      : []),
    ...(topic.viewerCanPostpone
      ? [
          {
            id: 'postpone',
            label: t('postpone'),
            icon: <CalendarArrowUp aria-hidden="true" />,
            onAction: () => setOpen('postpone'),
          },
        ]
      : []),
    ...(onWithdraw === undefined
      ? []
      : [
          {
            id: 'withdraw',
            label: tTopic('withdraw'),
            icon: <Trash2 aria-hidden="true" />,
            isDanger: true,
            onAction: onWithdraw,
          },
        ]),
  ]
  return (
    <>
      {acts.length === 0 ? null : <Menu label={t('other')} items={acts} />}
      <MergeDialog topic={topic} isOpen={open === 'merge'} onClose={close} />
      <PostponeDialog topic={topic} isOpen={open === 'postpone'} onClose={close} />
    </>
  )
}

/** Says where a topic has gone on, and which others have come into it. */
export function ElsewhereBanners({ topic }: { topic: Topic }) {
  const t = useWords(boardWords)
  // The same question as the thread's, and so the same answer.
  const [{ data }] = useQuery({ query: threadQuery, variables: { id: topic.id } })
  const thread = data?.thread
  const here = thread?.nodes.findIndex(({ kind, id }) => kind === 'TOPIC' && id === topic.id)
  const merged = (thread?.edges ?? [])
    .filter(({ to }) => to === here)
    .map(({ from }) => thread!.nodes[from]!)
    .filter(({ kind, state }) => kind === 'TOPIC' && state === 'MERGED')
  return (
    <>
      {topic.mergedInto === null ? null : (
        <Banner
          title={t('mergedInto')}
          actions={
            <LinkButton size="s" href={addresses.topic(topic.mergedInto.id)}>
              {topic.mergedInto.title}
            </LinkButton>
          }
        />
      )}
      {topic.resumedAs === null ? null : (
        <Banner
          tone="good"
          title={t('resumedAs')}
          actions={
            <LinkButton size="s" href={addresses.topic(topic.resumedAs.id)}>
              {topic.resumedAs.title}
            </LinkButton>
          }
        />
      )}
      {topic.postponedTo === null || topic.resumedAs !== null ? null : (
        <Banner
          title={t('postponedTo')}
          actions={
            <LinkButton size="s" href={addresses.gathering(topic.postponedTo.id)}>
              {topic.postponedTo.name}
            </LinkButton>
          }
        />
      )}
      {merged.length === 0 ? null : (
        <Banner
          title={t('mergedFrom', { count: merged.length })}
          actions={merged.map(({ id, title }) => (
            <LinkButton key={id} size="s" href={addresses.topic(id)}>
              {title}
            </LinkButton>
          ))}
        />
      )}
    </>
  )
}
