import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql, readFragment } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { unversioned } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
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
  return (
    <VersionedForm
      form={form}
      draft={`group-edit:${group.id}`}
      query={storedQuery}
      variables={{ id: group.id }}
      find={(data) => {
        const stored = readFragment(editableGroup, data.workingGroup)
        return stored && valuesOf(stored)
      }}
      asText={({ name, purpose }) => `${name}\n\n${purpose}`}
      send={(values) => act({ workingGroupId: group.id, ...values }, { silent: true })}
      onSent={() => {
        notify({ tone: 'good', text: t('saved') })
        onDone()
      }}
      save={t('save')}
    >
      <GroupFields form={unversioned<GroupValues>(form)} />
    </VersionedForm>
  )
}
