import { CheckCheck, MessageSquarePlus, Play, Send } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Menu, type MenuItemSpec } from '@/ui/Menu'
import { notify } from '@/ui/Toast'
import {
  abandonMutation,
  commitMutation,
  completeMutation,
  resumeMutation,
  startMutation,
  suspendMutation,
} from '../acts'
import { pageWords } from '../pageMessages'
import { leadPart, partnerParts, type Project } from '../project'
import { EditProjectDialog, NoteDialog, SendDialog } from './dialogs'

export interface ProjectActsProps {
  project: Project
  onReport: () => void
  onReread: () => void
}

type Open = 'send' | 'commit' | 'edit' | 'suspend' | 'complete' | 'abandon'

/** What can be done with the project as a whole: the next step in sight, the others in the menu. */
export function ProjectActs({ project, onReport, onReread }: ProjectActsProps) {
  const t = useWords(pageWords)
  const [open, setOpen] = useState<Open>()
  const [commit, committing] = useAct(commitMutation)
  const [start, starting] = useAct(startMutation)
  const [resume, resuming] = useAct(resumeMutation)
  const [suspend] = useAct(suspendMutation)
  const [complete] = useAct(completeMutation)
  const [abandon] = useAct(abandonMutation)
  const close = () => setOpen(undefined)
  const seen = { jointProjectId: project.id, version: project.version }
  const may = (state: Project['state']) => project.allowedTransitions.includes(state)
  const late = partnerParts(project).filter(({ state }) => state === 'INVITED').length

  /** Tells how an act went; one that was refused is followed by the project as it now is. */
  const told = <Done extends { ok: boolean; failures: readonly { code: string; message: string }[] }>(
    done: Done,
    text: string,
  ): Done => {
    if (done.ok) notify({ tone: 'good', text })
    else onReread()
    return done
  }

  const items: MenuItemSpec[] = [
    ...(project.viewerCanEdit ? [{ id: 'edit', label: t('edit'), onAction: () => setOpen('edit') }] : []),
    ...(may('SUSPENDED') ? [{ id: 'suspend', label: t('suspend'), onAction: () => setOpen('suspend') }] : []),
    ...(may('COMPLETED')
      ? [{ id: 'complete', label: t('complete'), onAction: () => setOpen('complete') }]
      : []),
    ...(may('ABANDONED')
      ? [{ id: 'abandon', label: t('abandon'), isDanger: true, onAction: () => setOpen('abandon') }]
      : []),
  ]

  return (
    <>
      <NextStep
        project={project}
        onSend={() => setOpen('send')}
        onCommit={() => setOpen('commit')}
        onStart={async () => void told(await start(seen), t('started'))}
        onResume={async () => void told(await resume(seen), t('resumed'))}
        onReport={onReport}
        isPending={starting.isPending || resuming.isPending}
      />
      {items.length === 0 ? null : <Menu label={t('more')} items={items} />}
      <SendDialog project={project} isOpen={open === 'send'} onClose={close} onReread={onReread} />
      <EditProjectDialog project={project} isOpen={open === 'edit'} onClose={close} />
      <ConfirmDialog
        title={t('commitTitle')}
        confirm={t('commit')}
        isOpen={open === 'commit'}
        onClose={close}
        isPending={committing.isPending}
        onConfirm={() =>
          void (async () => {
            told(await commit(seen), t('committed'))
            close()
          })()
        }
      >
        <p>{t('commitText', { signed: project.signedCount })}</p>
        {late === 0 ? null : <p>{t('commitLate', { count: late })}</p>}
      </ConfirmDialog>
      <NoteDialog
        title={t('suspendTitle')}
        isOpen={open === 'suspend'}
        onClose={close}
        draftKey={`project-suspend:${project.id}`}
        field="reason"
        confirm={t('suspendConfirm')}
        onSend={async (reason) => told(await suspend({ ...seen, reason }), t('suspended')).failures}
      >
        <p>{t('suspendText')}</p>
      </NoteDialog>
      <NoteDialog
        title={t('completeTitle')}
        isOpen={open === 'complete'}
        onClose={close}
        draftKey={`project-complete:${project.id}`}
        field="summary"
        confirm={t('completeConfirm')}
        onSend={async (summary) => told(await complete({ ...seen, summary }), t('completed')).failures}
      >
        <p>{t('completeText')}</p>
      </NoteDialog>
      <NoteDialog
        title={t('abandonTitle')}
        isOpen={open === 'abandon'}
        onClose={close}
        draftKey={`project-abandon:${project.id}`}
        field="reason"
        confirm={t('abandonConfirm')}
        variant="danger"
        onSend={async (reason) => told(await abandon({ ...seen, reason }), t('abandoned')).failures}
      >
        <p>{t('abandonText')}</p>
      </NoteDialog>
    </>
  )
}

/** The one thing to do next with a project, or why it cannot be done yet. */
function NextStep({
  project,
  onSend,
  onCommit,
  onStart,
  onResume,
  onReport,
  isPending,
}: {
  project: Project
  onSend: () => void
  onCommit: () => void
  onStart: () => Promise<void>
  onResume: () => Promise<void>
  onReport: () => void
  isPending: boolean
}) {
  const t = useWords(pageWords)
  const { state, viewerCanManagePartners: directs } = project
  if (state === 'DRAFT' && (project.viewerCanSend || directs)) {
    return (
      <Button
        variant="primary"
        icon={<Send aria-hidden="true" />}
        reason={project.viewerCanSend ? undefined : t('sendReason')}
        onPress={onSend}
      >
        {t('send')}
      </Button>
    )
  }
  if (state === 'CONSULTATION' && (project.viewerCanCommit || directs)) {
    return (
      <Button
        variant="primary"
        icon={<CheckCheck aria-hidden="true" />}
        reason={project.viewerCanCommit ? undefined : commitReason(project, t)}
        onPress={onCommit}
      >
        {t('commit')}
      </Button>
    )
  }
  if (state === 'COMMITTED' && project.allowedTransitions.includes('RUNNING')) {
    return (
      <Button
        variant="primary"
        icon={<Play aria-hidden="true" />}
        isPending={isPending}
        onPress={() => void onStart()}
      >
        {t('start')}
      </Button>
    )
  }
  return (
    <>
      {state === 'SUSPENDED' && project.allowedTransitions.includes('RUNNING') ? (
        <Button
          variant="primary"
          icon={<Play aria-hidden="true" />}
          isPending={isPending}
          onPress={() => void onResume()}
        >
          {t('resume')}
        </Button>
      ) : null}
      {project.viewerCanPostStatusReport ? (
        <Button
          variant={state === 'RUNNING' ? 'primary' : 'secondary'}
          icon={<MessageSquarePlus aria-hidden="true" />}
          onPress={onReport}
        >
          {t('report')}
        </Button>
      ) : null}
    </>
  )
}

function commitReason(project: Project, t: ReturnType<typeof useWords<(typeof pageWords)['keys'][number]>>) {
  if (leadPart(project)?.state !== 'ACCEPTED') return t('commitReasonLead')
  return t('commitReason', {
    missing: Math.max(0, project.minimumPartners - project.signedCount),
    signed: project.signedCount,
    minimum: project.minimumPartners,
  })
}
