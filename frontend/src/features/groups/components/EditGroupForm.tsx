import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { graphql, readFragment } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { groupWords } from '../messages'
import { editableGroup, type Editable } from './editableGroup'
import { GroupFields, groupSchema, type GroupValues } from './GroupFields'

const storedQuery = graphql(
  `
    query StoredGroup($id: ID!) {
      workingGroup(id: $id) {
        id
        ...EditableGroup
      }
    }
  `,
  [editableGroup],
)

const editMutation = graphql(
  `
    mutation EditGroup($input: EditWorkingGroupInput!) {
      editWorkingGroup(input: $input) {
        workingGroup {
          id
          ...EditableGroup
        }
      }
    }
  `,
  [editableGroup],
)

function valuesOf({ name, purpose, admission, themes }: Editable): GroupValues {
  return { name, purpose, admission, themeIds: themes.map(({ id }) => id) }
}

const textOf = ({ name, purpose }: { name: string; purpose: string }) => `${name}\n\n${purpose}`

/** Rewords a group. When another has done so meanwhile both texts are shown. */
export function EditGroupForm({ group, onDone }: { group: Editable; onDone: () => void }) {
  const t = useWords(groupWords)
  const client = useClient()
  const [act] = useAct(editMutation)
  const [version, setVersion] = useState(group.version)
  const [theirs, setTheirs] = useState<Editable | null>(null)
  const form = useForm<GroupValues>({
    defaultValues: valuesOf(group),
    resolver: valibotResolver(groupSchema(t)),
  })
  const draft = useDraft(form, `group-edit:${group.id}`)
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await act({ workingGroupId: group.id, version, ...values }, { silent: true })
          if (done.ok) {
            await draft.clear()
            onDone()
            notify({ tone: 'good', text: t('saved') })
            return
          }
          if (done.failures.every(({ code }) => code !== 'CONFLICT')) return done.failures
          const { data } = await client
            .query(storedQuery, { id: group.id }, { requestPolicy: 'network-only' })
            .toPromise()
          const stored = readFragment(editableGroup, data?.workingGroup)
          if (!stored) return done.failures
          setTheirs(stored)
        }}
      >
        <GroupFields form={form} />
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
            form.reset(valuesOf(theirs))
            setVersion(theirs.version)
            setTheirs(null)
            void draft.clear()
          }}
        />
      )}
    </>
  )
}
