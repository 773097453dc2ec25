import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { notify } from '@/ui/Toast'
import { editGuestMutation, guestsQuery, type Guest } from '../guest'
import { guestWords } from '../guestMessages'
import { GuestFields, useGuestSchema, type GuestValues } from './GuestFields'

export interface EditGuestDialogProps {
  gatheringId: string
  guest: Guest
  isOpen: boolean
  onClose: () => void
}

/** Rewrites what is said of a guest: their name as their label shows it, why they come. */
export function EditGuestDialog({ isOpen, onClose, ...of }: EditGuestDialogProps) {
  const t = useWords(guestWords)
  return (
    <Dialog title={t('editTitle', { name: of.guest.staffMember.name })} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <EditGuestForm {...of} onClose={onClose} /> : null}
    </Dialog>
  )
}

const valuesOf = (guest: Guest): GuestValues => ({
  givenName: guest.staffMember.givenName,
  familyName: guest.staffMember.familyName,
  kind: guest.kind,
  function: guest.function,
  email: guest.staffMember.email ?? '',
  version: guest.version,
})

function EditGuestForm({ gatheringId, guest, onClose }: Omit<EditGuestDialogProps, 'isOpen'>) {
  const t = useWords(guestWords)
  const [edit] = useAct(editGuestMutation)
  const form = useForm<GuestValues>({
    defaultValues: valuesOf(guest),
    resolver: valibotResolver(useGuestSchema()),
  })
  return (
    <VersionedForm
      form={form}
      draft={`guest:${guest.id}`}
      query={guestsQuery}
      variables={{ gatheringId, filter: { guestId: guest.id }, first: 1 }}
      find={(data) => {
        const now = data.gathering?.guests.nodes[0]
        return now && valuesOf(now)
      }}
      asText={(values) =>
        [`${values.givenName} ${values.familyName}`, t(`kind.${values.kind}`), values.function, values.email]
          .filter(Boolean)
          .join('\n\n')
      }
      send={(words) => edit({ guestId: guest.id, ...words }, { silent: true })}
      onSent={() => {
        notify({ tone: 'good', text: t('edited') })
        onClose()
      }}
      save={t('save')}
    >
      <GuestFields form={form} />
    </VersionedForm>
  )
}
