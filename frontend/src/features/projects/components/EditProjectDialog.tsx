import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, useWatch } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Dialog } from '@/ui/Dialog'
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

  return (
    <VersionedForm
      form={form}
      draft={`project-edit:${project.id}`}
      query={projectQuery}
      variables={{ id: project.id }}
      find={(data) => data.jointProject && draftOf(data.jointProject)}
      asText={asText}
      send={(values) => edit({ jointProjectId: project.id, ...values }, { silent: true })}
      onSent={() => {
        notify({ tone: 'good', text: t('edited') })
        onClose()
      }}
      save={t('editSave')}
    >
      <ProposalTextFields form={form} />
      <ProposalTermFields form={form} />
      {termMoves && signed > 0 ? <Banner tone="signal" title={t('termWarning', { count: signed })} /> : null}
    </VersionedForm>
  )
}
