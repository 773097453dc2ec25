import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql, readFragment } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { unversioned, useConflict } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
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

function valuesOf({ name, purpose, admission, themes, version }: Editable) {
  return { name, purpose, admission, themeIds: themes.map(({ id }) => id), version }
}

/** Rewords a group. When another has done so meanwhile both texts are shown. */
export function EditGroupForm({ group, onDone }: { group: Editable; onDone: () => void }) {
  const t = useWords(groupWords)
  const [act] = useAct(editMutation)
  const form = useForm<GroupValues & { version: number }>({
    defaultValues: valuesOf(group),
    resolver: valibotResolver(v.object({ ...groupSchema(t).entries, version: v.number() })),
  })
  const { clear } = useDraft(form, `group-edit:${group.id}`)
  const { settle, dialog } = useConflict(form, {
    query: storedQuery,
    variables: { id: group.id },
    find: (data) => {
      const stored = readFragment(editableGroup, data.workingGroup)
      return stored && valuesOf(stored)
    },
    asText: ({ name, purpose }) => `${name}\n\n${purpose}`,
    clear,
  })
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await act({ workingGroupId: group.id, ...values }, { silent: true })
          if (!done.ok) return settle(done.failures)
          await clear()
          onDone()
          notify({ tone: 'good', text: t('saved') })
          return []
        }}
      >
        <GroupFields form={unversioned<GroupValues>(form)} />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
