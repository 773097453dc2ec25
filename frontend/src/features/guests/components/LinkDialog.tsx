import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { notify } from '@/ui/Toast'
import { guestWords } from '../guestMessages'
import styles from './Guests.module.css'

export interface NewLink {
  name: string
  secret: string
}

export interface LinkDialogProps {
  /** Undefined before the first. */
  made?: NewLink
  isOpen: boolean
  onClose: () => void
}

/** Shows a guest's link, once. It is gone when this closes, so a press outside does not close it. */
export function LinkDialog({ made, isOpen, onClose }: LinkDialogProps) {
  const t = useWords(guestWords)
  return (
    <Dialog
      title={t('linkTitle', { name: made?.name ?? '' })}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isHeld
      footer={(close) => <Button onPress={close}>{t('done')}</Button>}
    >
      {made === undefined || !isOpen ? null : <Link secret={made.secret} />}
    </Dialog>
  )
}

function Link({ secret }: { secret: string }) {
  const t = useWords(guestWords)
  const [isCopied, setCopied] = useState(false)
  const address = new URL(addresses.invitation(secret), window.location.origin).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
    } catch {
      notify({ tone: 'danger', text: t('copyFailed') })
    }
  }
  return (
    <div className={styles.made}>
      <p>{t('linkText')}</p>
      <div className={styles.secret}>
        <code className={styles.code} aria-label={t('link')}>
          {address}
        </code>
        <Button
          variant="primary"
          size="s"
          icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          onPress={() => void copy()}
        >
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
        <span role="status" className="visually-hidden">
          {isCopied ? t('copied') : ''}
        </span>
      </div>
    </div>
  )
}
