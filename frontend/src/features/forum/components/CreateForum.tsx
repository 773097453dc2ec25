import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { setupWords } from '../setupMessages'
import { useGo } from '../useGo'
import { TermsFields, termsSchema, type Terms } from './TermsFields'

const createForum = graphql(`
  mutation CreateForum($input: CreateForumInput!) {
    createForum(input: $input) {
      forum {
        id
        gathering {
          id
          viewerCanCreateForum
          forum {
            id
            phase
          }
        }
      }
    }
  }
`)

/** Opens a forum in a gathering that has none, and leads to it. */
export function CreateForum({
  gatheringId,
  isOpen,
  onClose,
}: {
  gatheringId: string
  isOpen: boolean
  onClose: () => void
}) {
  const t = useWords(setupWords)
  return (
    <Dialog title={t('createTitle')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <CreateForm gatheringId={gatheringId} onDone={onClose} /> : null}
    </Dialog>
  )
}

function CreateForm({ gatheringId, onDone }: { gatheringId: string; onDone: () => void }) {
  const t = useWords(setupWords)
  const go = useGo()
  const me = useViewer().staffMember
  const [create] = useAct(createForum)
  const form = useForm({
    resolver: valibotResolver(termsSchema(t)),
    defaultValues: {
      name: t('createName'),
      facilitatorId: me.id,
      convenersPlace: true,
      dotsPerPerson: 5,
      dotsPerCentre: null,
    } as Terms,
  })
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await create({ gatheringId, ...values }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
        notify({ tone: 'good', text: t('created') })
        const id = done.data.createForum?.forum?.id
        if (id !== undefined) go(addresses.forum(id))
        return []
      }}
    >
      <p>{t('createLead')}</p>
      <TermsFields form={form} first={[{ id: me.id, label: me.name, note: t('me') }]} />
      <FormActions>
        <SubmitButton>{t('create')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
