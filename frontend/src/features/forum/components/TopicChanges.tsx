import { Pencil } from 'lucide-react'
import { Suspense, useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { wallTopic } from '../forum'
import type { Topic } from '../topic'
import { topicWords } from '../topicMessages'
import { ElsewhereMenu } from './TopicElsewhere'

const EditTopicForm = later(async () => (await import('./EditTopicForm')).EditTopicForm)

const withdrawTopic = graphql(
  `
    mutation WithdrawTopic($input: WithdrawTopicInput!) {
      withdrawTopic(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

/** Rewriting a topic; behind three dots, taking it elsewhere or off the wall. */
export function TopicChanges({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const [open, setOpen] = useState<'edit' | 'withdraw'>()
  const [withdraw] = useAct(withdrawTopic)
  return (
    <>
      {topic.viewerCanEdit ? (
        <Button icon={<Pencil aria-hidden="true" />} onPress={() => setOpen('edit')}>
          {t('edit')}
        </Button>
      ) : null}
      <ElsewhereMenu
        topic={topic}
        onWithdraw={topic.viewerCanWithdraw ? () => setOpen('withdraw') : undefined}
      />
      <Dialog title={t('editTitle')} isOpen={open === 'edit'} onClose={() => setOpen(undefined)}>
        {open === 'edit' ? (
          <Suspense fallback={<Skeleton lines={8} />}>
            <EditTopicForm topic={topic} onDone={() => setOpen(undefined)} />
          </Suspense>
        ) : null}
      </Dialog>
      <ConfirmAct
        title={t('withdrawTitle')}
        confirm={t('withdraw')}
        isDanger
        isOpen={open === 'withdraw'}
        onClose={() => setOpen(undefined)}
        act={() => withdraw({ topicId: topic.id, version: topic.version })}
        said={t('withdrawn')}
      >
        <p>{t('withdrawText')}</p>
      </ConfirmAct>
    </>
  )
}
