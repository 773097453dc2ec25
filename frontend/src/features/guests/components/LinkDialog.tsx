import { addresses, whole } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Secret } from '@/ui/Secret'
import { SecretDialog, type NewSecret } from '@/ui/SecretDialog'
import { guestWords } from '../guestMessages'

export interface LinkDialogProps {
  /** Undefined before the first. */
  made?: NewSecret
  isOpen: boolean
  onClose: () => void
}

/** Shows a guest's link, once. */
export function LinkDialog({ made, isOpen, onClose }: LinkDialogProps) {
  const t = useWords(guestWords)
  return (
    <SecretDialog
      made={isOpen ? made : undefined}
      title={(name) => t('linkTitle', { name })}
      done={t('done')}
      onClose={onClose}
    >
      {(secret) => (
        <>
          <p>{t('linkText')}</p>
          <Secret label={t('link')} value={whole(addresses.invitation(secret))} />
        </>
      )}
    </SecretDialog>
  )
}
