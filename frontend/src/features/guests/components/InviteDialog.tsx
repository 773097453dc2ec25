import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormTextField } from '@/ui/FormTextField'
import type { NewSecret } from '@/ui/SecretDialog'
import { notify } from '@/ui/Toast'
import { inviteMutation, kinds } from '../guest'
import { guestWords } from '../guestMessages'
import styles from './Guests.module.css'

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
    <Dialog
      title={t('invite')}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      {isOpen ? <InviteForm gatheringId={gatheringId} onClose={onClose} onMade={onMade} /> : null}
    </Dialog>
  )
}

function InviteForm({ gatheringId, onClose, onMade }: Omit<InviteDialogProps, 'isOpen'>) {
  const t = useWords(guestWords)
  const [invite] = useAct(inviteMutation)
  const name = (needed: string) =>
    v.pipe(v.string(), v.trim(), v.nonEmpty(needed), v.maxLength(80, t('long')))
  const form = useForm({
    defaultValues: {
      givenName: '',
      familyName: '',
      kind: 'SPEAKER' as (typeof kinds)[number],
      function: '',
      email: '',
    },
    resolver: valibotResolver(
      v.pipe(
        v.object({
          givenName: name(t('givenNameNeeded')),
          familyName: name(t('familyNameNeeded')),
          kind: v.picklist(kinds),
          function: v.pipe(v.string(), v.trim(), v.maxLength(120, t('long'))),
          email: v.pipe(v.string(), v.trim(), v.maxLength(254, t('long'))),
        }),
        v.forward(
          v.partialCheck(
            [['kind'], ['function']],
            ({ kind, function: said }) => kind !== 'OTHER' || said !== '',
            t('functionNeeded'),
          ),
          ['function'],
        ),
      ),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async (words) => {
        const done = await invite({ gatheringId, ...words }, { silent: true })
        if (!done.ok) return done.failures
        const secret = done.data.inviteGuest?.secret
        onClose()
        if (secret) onMade({ name: `${words.givenName} ${words.familyName}`, secret })
        else notify({ tone: 'danger', text: t('lost') })
        return []
      }}
    >
      <div className={styles.pair}>
        <FormTextField form={form} name="givenName" label={t('givenName')} maxLength={80} isRequired />
        <FormTextField form={form} name="familyName" label={t('familyName')} maxLength={80} isRequired />
      </div>
      <FormRadioGroup
        form={form}
        name="kind"
        label={t('kind')}
        options={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
      <FormTextField
        form={form}
        name="function"
        label={t('function')}
        help={t('functionHelp')}
        maxLength={120}
      />
      <FormTextField form={form} name="email" type="email" label={t('email')} help={t('emailHelp')} />
      <FormActions>
        <SubmitButton>{t('send')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
