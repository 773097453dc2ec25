import { ArrowRight } from 'lucide-react'
import { Suspense, useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { goesBack, type Forum, type Phase } from '../forum'
import { forumWords } from '../messages'

const BackForm = later(async () => (await import('./BackForm')).BackForm)

const moveForum = graphql(`
  mutation MoveForum($input: MoveForumInput!) {
    moveForum(input: $input) {
      forum {
        id
        phase
        allowedTransitions
        voteClosed
        version
        viewerCanPropose
        viewerCanStar
        viewerCanVote
        viewerCanOpenWorkingGroups
      }
    }
  }
`)

/** For whoever facilitates: on to the next phase, or back by one with a reason. What it changes is said before. */
export function PhaseControl({ forum }: { forum: Forum }) {
  const t = useWords(forumWords)
  const say = useStates()
  const [asked, setAsked] = useState<Phase>()
  const [isOpen, setOpen] = useState(false)
  const [move, { isPending }] = useAct(moveForum)
  const nameOf = (phase: Phase) => say('Forum', phase).label
  const ask = (phase: Phase) => {
    setAsked(phase)
    setOpen(true)
  }
  const go = async (to: Phase, reason?: string) => {
    const done = await move(
      { forumId: forum.id, version: forum.version, to, reason },
      { silent: reason !== undefined },
    )
    if (done.ok) notify({ tone: 'good', text: t('moved', { phase: nameOf(to) }) })
    if (done.ok || reason === undefined) setOpen(false)
    return done.failures
  }
  const next = forum.allowedTransitions.find((phase) => !goesBack(forum.phase, phase))
  const back = forum.allowedTransitions.find((phase) => goesBack(forum.phase, phase))
  const isBack = asked !== undefined && goesBack(forum.phase, asked)
  return (
    <>
      {back === undefined ? null : (
        <Button variant="quiet" size="s" onPress={() => ask(back)}>
          {t('moveBack', { phase: nameOf(back) })}
        </Button>
      )}
      {next === undefined ? null : (
        <Button size="s" icon={<ArrowRight aria-hidden="true" />} onPress={() => ask(next)}>
          {t('moveOn', { phase: nameOf(next) })}
        </Button>
      )}
      {asked === undefined ? null : isBack ? (
        <Dialog
          title={t('moveBackTitle', { phase: nameOf(asked) })}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          size="s"
        >
          <p>{t(`to.${asked}`)}</p>
          <Suspense fallback={<Skeleton lines={4} />}>
            <BackForm
              label={t('moveBack', { phase: nameOf(asked) })}
              onSend={(reason) => go(asked, reason)}
            />
          </Suspense>
        </Dialog>
      ) : (
        <ConfirmDialog
          title={t('moveOnTitle', { phase: nameOf(asked) })}
          confirm={t('moveOn', { phase: nameOf(asked) })}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          isPending={isPending}
          onConfirm={() => void go(asked)}
        >
          <p>{t(`to.${asked}`)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
