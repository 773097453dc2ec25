import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { FormDate } from '@/ui/FormDate'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import { milestoneInput, milestoneSchema, titleMost, type MilestoneValues } from './milestoneForm'

const editMutation = graphql(`
  mutation EditMilestone($input: EditMilestoneInput!) {
    editMilestone(input: $input) {
      milestone {
        id
        title
        dueOn
        firstDueOn
        overdue
        version
      }
    }
  }
`)

const storedQuery = graphql(`
  query StoredMilestones($id: ID!) {
    workingGroup(id: $id) {
      id
      milestones {
        id
        title
        dueOn
        version
      }
    }
  }
`)

interface Editable {
  id: string
  title: string
  dueOn: string | null
  version: number
}

export interface EditMilestoneProps {
  milestone: Editable
  groupId: string
  isOpen: boolean
  onClose: () => void
}

/** Renames a step or moves its day; the day first planned stays in sight. */
export function EditMilestone({ milestone, groupId, isOpen, onClose }: EditMilestoneProps) {
  const t = useWords(streamWords)
  return (
    <Dialog title={t('editTitle')} isOpen={isOpen} onClose={onClose}>
      <EditForm milestone={milestone} groupId={groupId} onDone={onClose} />
    </Dialog>
  )
}

const valuesOf = ({ title, dueOn, version }: Editable) => ({ title, dueOn: dueOn ?? '', version })

function EditForm({
  milestone,
  groupId,
  onDone,
}: {
  milestone: Editable
  groupId: string
  onDone: () => void
}) {
  const t = useWords(streamWords)
  const format = useFormat()
  const [act] = useAct(editMutation)
  const form = useForm<MilestoneValues & { version: number }>({
    defaultValues: valuesOf(milestone),
    resolver: valibotResolver(v.object({ ...milestoneSchema(t).entries, version: v.number() })),
  })
  return (
    <VersionedForm
      form={form}
      draft={`milestone-edit:${milestone.id}`}
      query={storedQuery}
      variables={{ id: groupId }}
      find={(data) => {
        const stored = data.workingGroup?.milestones.find(({ id }) => id === milestone.id)
        return stored && valuesOf(stored)
      }}
      asText={({ title, dueOn }) => `${title}\n${dueOn === '' ? t('undated') : format.date(dueOn)}`}
      send={(values) =>
        act(
          { milestoneId: milestone.id, version: values.version, ...milestoneInput(values) },
          { silent: true },
        )
      }
      onSent={() => {
        notify({ tone: 'good', text: t('milestoneSaved') })
        onDone()
      }}
      save={t('save')}
    >
      <FormTextField form={form} name="title" label={t('title')} isRequired maxLength={titleMost} />
      <FormDate form={form} name="dueOn" label={t('due')} help={t('dueHelp')} />
    </VersionedForm>
  )
}
