import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, useWatch } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useConflict } from '@/app/useConflict'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { editMutation } from '../acts'
import { projectQuery, type Project } from '../project'
import { proposalWords } from '../proposalMessages'
import {
  isInOrder,
  proposalEntries,
  ProposalTermFields,
  ProposalTextFields,
  type ProposalText,
} from './ProposalFields'

export interface EditProjectDialogProps {
  project: Project
  isOpen: boolean
  onClose: () => void
}

/** Rewrites the proposal. Two people at once lose nothing: each sees the other's text before one is kept. */
export function EditProjectDialog({ project, isOpen, onClose }: EditProjectDialogProps) {
  const t = useWords(proposalWords)
  return (
    <Dialog title={t('editTitle')} isOpen={isOpen} onClose={onClose} size="l">
      {isOpen ? <EditForm project={project} onClose={onClose} /> : null}
    </Dialog>
  )
}

type Draft = ProposalText & { version: number }

function draftOf(project: Project): Draft {
  return {
    version: project.version,
    title: project.title,
    purpose: project.purpose,
    expectedResults: project.expectedResults,
    themeIds: project.themes.map(({ id }) => id),
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    minimumPartners: project.minimumPartners,
  }
}

function EditForm({ project, onClose }: Omit<EditProjectDialogProps, 'isOpen'>) {
  const t = useWords(proposalWords)
  const format = useFormat()
  const [edit] = useAct(editMutation)
  const form = useForm({
    resolver: valibotResolver(
      v.pipe(
        v.object({ ...proposalEntries(t), version: v.number() }),
        v.forward(v.partialCheck([['startsOn'], ['endsOn']], isInOrder, t('endBeforeStart')), ['endsOn']),
      ),
    ),
    defaultValues: draftOf(project),
  })
  const { clear } = useDraft(form, `project-edit:${project.id}`)
  const [startsOn, endsOn] = useWatch({ control: form.control, name: ['startsOn', 'endsOn'] })
  const signed = project.partnerships.filter(
    ({ role, state }) => role !== 'LEAD' && (state === 'ACCEPTED' || state === 'TO_RECONFIRM'),
  ).length
  const termMoves = startsOn !== project.startsOn || endsOn !== project.endsOn

  /** A proposal as one text, to lay two of them side by side. */
  const asText = (values: Draft) =>
    [
      values.title,
      `${t('purpose')}\n${values.purpose}`,
      `${t('results')}\n${values.expectedResults}`,
      values.startsOn === '' || values.endsOn === ''
        ? ''
        : `${t('term')}\n${format.dateRange(values.startsOn, values.endsOn)}`,
      `${t('minimumPartners')}\n${values.minimumPartners ?? ''}`,
    ].join('\n\n')
  const { settle, dialog } = useConflict(form, {
    query: projectQuery,
    variables: { id: project.id },
    find: (data) => data.jointProject && draftOf(data.jointProject),
    asText,
    clear,
  })

  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await edit({ jointProjectId: project.id, ...values }, { silent: true })
          if (!done.ok) return settle(done.failures)
          await clear()
          notify({ tone: 'good', text: t('edited') })
          onClose()
          return []
        }}
      >
        <ProposalTextFields form={form} />
        <ProposalTermFields form={form} />
        {termMoves && signed > 0 ? (
          <Banner tone="signal" title={t('termWarning', { count: signed })} />
        ) : null}
        <FormActions>
          <SubmitButton>{t('editSave')}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
