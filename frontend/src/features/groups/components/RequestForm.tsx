import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useOrigin, wordsOf, type Origin } from '@/features/contributions/components/useOrigin'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { Skeleton } from '@/ui/Skeleton'
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

const begun = (origin: Origin | null): GroupValues => ({
  name: origin?.title ?? '',
  purpose: wordsOf(origin),
  admission: 'OPEN',
  themeIds: origin?.themes.map(({ id }) => id) ?? [],
})

interface RequestFormProps {
  originId?: string
  onDone: () => void
}

/** Asks the coordination for a group, perhaps to take a contribution further. */
export function RequestForm({ originId, onDone }: RequestFormProps) {
  const origin = useOrigin(originId)
  return origin === undefined ? <Skeleton lines={6} /> : <Request origin={origin} onDone={onDone} />
}

/** What is typed is kept until it is sent. */
function Request({ origin, onDone }: { origin: Origin | null; onDone: () => void }) {
  const t = useWords(groupWords)
  const navigate = useNavigate()
  const [act] = useAct(requestMutation)
  const form = useForm<GroupValues>({
    defaultValues: begun(origin),
    resolver: valibotResolver(groupSchema(t)),
  })
  const draft = useDraft(form, `group-request${origin === null ? '' : `:${origin.id}`}`)
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await act({ originId: origin?.id, ...values }, { silent: true })
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
