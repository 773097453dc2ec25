import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useWords } from '@/i18n/useWords'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import { toldHealth } from '../toldHealth'
import { HealthChoice } from './HealthChoice'
import { updateMost, updateSchema, type UpdateValues } from './updateForm'

const correctMutation = graphql(`
  mutation CorrectUpdate($input: CorrectUpdateInput!) {
    correctUpdate(input: $input) {
      update {
        id
        text
        health
        correctedAt
        version
        revisions {
          version
          text
          health
          at
        }
      }
    }
  }
`)

/** An update is read through its group: those a person corrects are among its last. */
const storedQuery = graphql(`
  query StoredUpdates($id: ID!) {
    workingGroup(id: $id) {
      id
      updates(first: 100) {
        nodes {
          id
          text
          health
          version
        }
      }
    }
  }
`)

export interface Correctable {
  id: string
  text: string
  health: string
  version: number
}

export interface CorrectFormProps {
  update: Correctable
  groupId: string
  onDone: () => void
}

const valuesOf = ({ text, health, version }: Correctable) => ({ text, health: toldHealth(health), version })

/** Its author rewrites an update. Corrected from two devices at once, both texts are shown. */
export function CorrectForm({ update, groupId, onDone }: CorrectFormProps) {
  const t = useWords(streamWords)
  const [act] = useAct(correctMutation)
  const form = useForm<UpdateValues & { version: number }>({
    defaultValues: valuesOf(update),
    resolver: valibotResolver(v.object({ ...updateSchema(t).entries, version: v.number() })),
  })
  return (
    <VersionedForm
      form={form}
      draft={`update-correct:${update.id}`}
      query={storedQuery}
      variables={{ id: groupId }}
      find={(data) => {
        const stored = data.workingGroup?.updates.nodes.find(({ id }) => id === update.id)
        return stored && valuesOf(stored)
      }}
      asText={({ text }) => text}
      send={(values) => act({ updateId: update.id, ...values }, { silent: true })}
      onSent={() => {
        notify({ tone: 'good', text: t('saved') })
        onDone()
      }}
      save={t('save')}
    >
      <FormTextArea
        form={form}
        name="text"
        label={t('update')}
        help={t('correctHelp')}
        isRequired
        rows={6}
        maxLength={updateMost}
      />
      <HealthChoice form={form} name="health" />
    </VersionedForm>
  )
}
