import { useState } from 'react'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { onDemand } from '@/ui/later'
import { Line } from '@/ui/Line'
import { Menu, type MenuItemSpec } from '@/ui/Menu'
import { Pill } from '@/ui/Pill'
import type { NewSecret } from '@/ui/SecretDialog'
import { notify } from '@/ui/Toast'
import { renewMutation, revokeMutation, type Guest } from '../guest'
import { guestWords } from '../guestMessages'
import styles from './Guests.module.css'

const EditGuestDialog = onDemand(async () => (await import('./EditGuestDialog')).EditGuestDialog)

const tones = { INVITED: 'signal', ARRIVED: 'good', REVOKED: 'danger', ENDED: 'plain' } as const

/** One guest: who, as what, how far they have come, and what can be done. */
export function GuestLine({
  gatheringId,
  guest,
  onMade,
}: {
  gatheringId: string
  guest: Guest
  onMade: (made: NewSecret) => void
}) {
  const t = useWords(guestWords)
  const format = useFormat()
  const [open, setOpen] = useState<'edit' | 'renew' | 'revoke'>()
  const [renew, renewing] = useAct(renewMutation)
  const [revoke] = useAct(revokeMutation)
  const { name, email } = guest.staffMember
  const isOut = guest.state === 'REVOKED'
  const close = () => setOpen(undefined)
  const items: MenuItemSpec[] = [
    ...(guest.viewerCanEdit ? [{ id: 'edit', label: t('edit'), onAction: () => setOpen('edit') }] : []),
    ...(guest.state === 'ENDED'
      ? []
      : [{ id: 'renew', label: t(isOut ? 'letIn' : 'renew'), onAction: () => setOpen('renew') }]),
    ...(isOut || guest.state === 'ENDED'
      ? []
      : [{ id: 'revoke', label: t('revoke'), isDanger: true, onAction: () => setOpen('revoke') }]),
  ]
  return (
    <>
      <Line
        name={
          <>
            {name}
            <Pill tone={tones[guest.state]}>{t(`state.${guest.state}`)}</Pill>
          </>
        }
        note={
          <>
            <span className={styles.facts}>
              {guest.kind === 'OTHER' ? null : <span>{t(`kind.${guest.kind}`)}</span>}
              {guest.function === '' ? null : <span>{guest.function}</span>}
              {email === null ? null : <span>{email}</span>}
            </span>
            <span className={styles.facts}>
              <span>
                {guest.invitedBy === null
                  ? t('since', { date: format.date(guest.invitedAt, 'day') })
                  : t('by', { name: guest.invitedBy.name, date: format.date(guest.invitedAt, 'day') })}
              </span>
              {guest.arrivedAt === null ? null : (
                <span>{t('arrived', { date: format.date(guest.arrivedAt, 'day') })}</span>
              )}
            </span>
          </>
        }
      >
        {items.length === 0 ? null : <Menu label={t('act', { name })} items={items} />}
      </Line>
      <EditGuestDialog gatheringId={gatheringId} guest={guest} isOpen={open === 'edit'} onClose={close} />
      <ConfirmDialog
        title={t(isOut ? 'letInTitle' : 'renewTitle', { name })}
        confirm={t(isOut ? 'letIn' : 'renew')}
        isOpen={open === 'renew'}
        onClose={close}
        isPending={renewing.isPending}
        onConfirm={() =>
          void renew({ guestId: guest.id }).then((done) => {
            close()
            if (!done.ok) return
            const secret = done.data.renewInvitation?.secret
            if (secret) onMade({ name, secret })
            else notify({ tone: 'danger', text: t('lost') })
          })
        }
      >
        <p>{t(isOut ? 'letInText' : 'renewText')}</p>
      </ConfirmDialog>
      <ConfirmAct
        title={t('revokeTitle', { name })}
        confirm={t('revoke')}
        isDanger
        isOpen={open === 'revoke'}
        onClose={close}
        act={() => revoke({ guestId: guest.id })}
        said={t('revoked', { name })}
      >
        <p>{t('revokeText')}</p>
      </ConfirmAct>
    </>
  )
}
