import { Settings2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { stageWords } from '../messages'
import type { Stage } from '../stage'

const StageForm = lazy(async () => ({ default: (await import('./StageForm')).StageForm }))

export const setStageMutation = graphql(`
  mutation SetStage($input: SetStageInput!) {
    setStage(input: $input) {
      stage {
        id
        takesQuestions
        anonymousAllowed
        premoderated
        questionsOpen
        version
        viewerCanAsk
      }
    }
  }
`)

/** For those who run the gathering: opens and closes questions in one press, and says how they are taken. */
export function StageSettings({ stage }: { stage: Stage }) {
  const t = useWords(stageWords)
  const [isOpen, setOpen] = useState(false)
  const [set, { isPending }] = useAct(setStageMutation)
  const { id, version, takesQuestions, anonymousAllowed, premoderated, questionsOpen } = stage
  const turn = async () => {
    const done = await set({
      agendaItemId: id,
      version,
      takesQuestions: true,
      anonymousAllowed,
      premoderated,
      questionsOpen: !questionsOpen,
    })
    if (done.ok) notify({ tone: 'good', text: t(questionsOpen ? 'shut' : 'opened') })
    else for (const { field, message } of done.failures) if (field) notify({ tone: 'danger', text: message })
  }
  return (
    <>
      {takesQuestions ? (
        <Button
          variant={questionsOpen ? 'secondary' : 'primary'}
          isPending={isPending}
          onPress={() => void turn()}
        >
          {t(questionsOpen ? 'closeQuestions' : 'openQuestions')}
        </Button>
      ) : null}
      <Button
        variant={takesQuestions ? 'quiet' : 'primary'}
        icon={<Settings2 aria-hidden="true" />}
        onPress={() => setOpen(true)}
      >
        {t('settings')}
      </Button>
      <Dialog title={t('settingsTitle')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Suspense fallback={<Skeleton lines={4} />}>
          <StageForm stage={stage} onDone={() => setOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  )
}
