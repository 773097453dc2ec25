import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useConflict } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
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
  const { clear } = useDraft(form, `update-correct:${update.id}`)
  const { settle, dialog } = useConflict(form, {
    query: storedQuery,
    variables: { id: groupId },
    find: (data) => {
      const stored = data.workingGroup?.updates.nodes.find(({ id }) => id === update.id)
      return stored && valuesOf(stored)
    },
    asText: ({ text }) => text,
    clear,
  })
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await act({ updateId: update.id, ...values }, { silent: true })
          if (!done.ok) return settle(done.failures)
          await clear()
          onDone()
          notify({ tone: 'good', text: t('saved') })
          return []
        }}
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
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
