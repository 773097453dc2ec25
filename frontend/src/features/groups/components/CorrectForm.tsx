import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
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

/** Its author rewrites an update. Corrected from two devices at once, both texts are shown. */
export function CorrectForm({ update, groupId, onDone }: CorrectFormProps) {
  const t = useWords(streamWords)
  const client = useClient()
  const [act] = useAct(correctMutation)
  const [version, setVersion] = useState(update.version)
  const [theirs, setTheirs] = useState<Correctable | null>(null)
  const form = useForm<UpdateValues>({
    defaultValues: { text: update.text, health: toldHealth(update.health) },
    resolver: valibotResolver(updateSchema(t)),
  })
  const draft = useDraft(form, `update-correct:${update.id}`)
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await act({ updateId: update.id, version, ...values }, { silent: true })
          if (done.ok) {
            await draft.clear()
            onDone()
            notify({ tone: 'good', text: t('saved') })
            return
          }
          if (done.failures.every(({ code }) => code !== 'CONFLICT')) return done.failures
          const { data } = await client
            .query(storedQuery, { id: groupId }, { requestPolicy: 'network-only' })
            .toPromise()
          const stored = data?.workingGroup?.updates.nodes.find(({ id }) => id === update.id)
          if (stored === undefined) return done.failures
          setTheirs(stored)
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
      {theirs === null ? null : (
        <ConflictDialog
          isOpen
          mine={form.getValues('text')}
          theirs={theirs.text}
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
