import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import type { NewSecret } from '@/ui/SecretDialog'
import { notify } from '@/ui/Toast'
import { inviteMutation } from '../guest'
import { guestWords } from '../guestMessages'
import { GuestFields, useGuestSchema, type GuestValues } from './GuestFields'

export interface InviteDialogProps {
  gatheringId: string
  isOpen: boolean
  onClose: () => void
  onMade: (made: NewSecret) => void
}

/** Invites somebody; what opens their link goes to whoever shows it, and is kept nowhere. */
export function InviteDialog({ gatheringId, isOpen, onClose, onMade }: InviteDialogProps) {
  const t = useWords(guestWords)
  return (
    <Dialog title={t('invite')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <InviteForm gatheringId={gatheringId} onClose={onClose} onMade={onMade} /> : null}
    </Dialog>
  )
}

function InviteForm({ gatheringId, onClose, onMade }: Omit<InviteDialogProps, 'isOpen'>) {
  const t = useWords(guestWords)
  const [invite] = useAct(inviteMutation)
  const form = useForm<GuestValues>({
    defaultValues: { givenName: '', familyName: '', kind: 'SPEAKER', function: '', email: '', version: 0 },
    resolver: valibotResolver(useGuestSchema()),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ version: _none, ...words }) => {
        const done = await invite({ gatheringId, ...words }, { silent: true })
        if (!done.ok) return done.failures
        const secret = done.data.inviteGuest?.secret
        onClose()
        if (secret) onMade({ name: `${words.givenName} ${words.familyName}`, secret })
        else notify({ tone: 'danger', text: t('lost') })
        return []
      }}
    >
      <GuestFields form={form} />
      <FormActions>
        <SubmitButton>{t('send')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
