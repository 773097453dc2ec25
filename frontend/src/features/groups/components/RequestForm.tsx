import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { groupWords } from '../messages'
import { GroupFields, groupSchema, type GroupValues } from './GroupFields'

const requestMutation = graphql(`
  mutation RequestGroup($input: RequestWorkingGroupInput!) {
    requestWorkingGroup(input: $input) {
      workingGroup {
        id
      }
    }
  }
`)

const blank: GroupValues = { name: '', purpose: '', admission: 'OPEN', themeIds: [] }

/** Asks the coordination for a group. What is typed is kept until it is sent. */
export function RequestForm({ onDone }: { onDone: () => void }) {
  const t = useWords(groupWords)
  const navigate = useNavigate()
  const [act] = useAct(requestMutation)
  const form = useForm<GroupValues>({ defaultValues: blank, resolver: valibotResolver(groupSchema(t)) })
  const draft = useDraft(form, 'group-request')
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await act(values, { silent: true })
        if (!done.ok) return done.failures
        await draft.clear()
        onDone()
        notify({ tone: 'good', text: t('requested') })
        const id = done.data.requestWorkingGroup?.workingGroup?.id
        if (id !== undefined) void navigate({ href: addresses.group(id) })
      }}
    >
      <p>{t('requestLead')}</p>
      <GroupFields form={form} />
      <FormActions>
        <SubmitButton>{t('requestDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
