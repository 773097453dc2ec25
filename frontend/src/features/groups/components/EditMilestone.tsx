import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
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
    <Dialog title={t('editTitle')} isOpen={isOpen} onOpenChange={onClose}>
      <EditForm milestone={milestone} groupId={groupId} onDone={onClose} />
    </Dialog>
  )
}

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
  const client = useClient()
  const [act] = useAct(editMutation)
  const [version, setVersion] = useState(milestone.version)
  const [theirs, setTheirs] = useState<Editable | null>(null)
  const form = useForm<MilestoneValues>({
    defaultValues: { title: milestone.title, dueOn: milestone.dueOn ?? '' },
    resolver: valibotResolver(milestoneSchema(t)),
  })
  const draft = useDraft(form, `milestone-edit:${milestone.id}`)
  const textOf = ({ title, dueOn }: { title: string; dueOn: string | null }) =>
    `${title}\n${dueOn === null || dueOn === '' ? t('undated') : format.date(dueOn)}`
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const input = { milestoneId: milestone.id, version, ...milestoneInput(values) }
          const done = await act(input, { silent: true })
          if (done.ok) {
            await draft.clear()
            onDone()
            notify({ tone: 'good', text: t('milestoneSaved') })
            return
          }
          if (done.failures.every(({ code }) => code !== 'CONFLICT')) return done.failures
          const { data } = await client
            .query(storedQuery, { id: groupId }, { requestPolicy: 'network-only' })
            .toPromise()
          const stored = data?.workingGroup?.milestones.find(({ id }) => id === milestone.id)
          if (stored === undefined) return done.failures
          setTheirs(stored)
        }}
      >
        <FormTextField form={form} name="title" label={t('title')} isRequired maxLength={titleMost} />
        <FormDate form={form} name="dueOn" label={t('due')} help={t('dueHelp')} />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {theirs === null ? null : (
        <ConflictDialog
          isOpen
          mine={textOf(form.getValues())}
          theirs={textOf(theirs)}
          onKeepMine={() => {
            setVersion(theirs.version)
            setTheirs(null)
          }}
          onTakeTheirs={() => {
            setTheirs(null)
            void draft.clear()
            onDone()
          }}
        />
      )}
    </>
  )
}
