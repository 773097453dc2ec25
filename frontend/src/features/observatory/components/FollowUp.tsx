import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { notify } from '@/ui/Toast'
import { observatoryWords } from '../messages'

const addTask = graphql(`
  mutation FollowUp($input: AddTaskInput!) {
    addTask(input: $input) {
      task {
        id
      }
    }
  }
`)

/** How long one is given to answer. */
const week = 7 * 86_400_000

export interface FollowUpProps {
  person: { id: string; name: string }
  /** What is asked of them. */
  task: string
  subject: { id: string; title: string }
}

/** Asks whoever leads for news, in one press: they find it among their things to do. The coordinator's. */
export function FollowUp({ person, task, subject }: FollowUpProps) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  const viewer = useViewer()
  const [add, { isPending }] = useAct(addTask)
  const [isAsked, setAsked] = useState(false)
  if (viewer.networkRole !== 'COORDINATOR') return null
  return (
    <Button
      size="s"
      icon={<BellRing aria-hidden="true" />}
      aria-label={t('followUpOf', { name: person.name, title: subject.title })}
      isPending={isPending}
      isDisabled={isAsked}
      onPress={() =>
        void (async () => {
          const dueOn = format.dayOf(Date.now() + week)
          const done = await add({ title: task, assigneeId: person.id, dueOn, subjectId: subject.id })
          if (!done.ok) return
          setAsked(true)
          notify({ tone: 'good', text: t('followedUp', { name: person.name }) })
        })()
      }
    >
      {t('followUp')}
    </Button>
  )
}
