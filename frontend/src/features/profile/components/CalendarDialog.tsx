import { CalendarPlus, Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Button, buttonLook } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { notify } from '@/ui/Toast'
import { calendarWords } from '../calendarMessages'
import styles from './Profile.module.css'
import type { NewSecret } from './SecretDialog'

/** Shows a new calendar address, once. It is gone when this closes, so a press outside does not close it. */
export function CalendarDialog({ made, onClose }: { made?: NewSecret; onClose: () => void }) {
  const t = useWords(calendarWords)
  return (
    <Dialog
      title={t('createdTitle', { name: made?.name ?? '' })}
      isOpen={made !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      isHeld
      footer={(close) => <Button onPress={close}>{t('done')}</Button>}
    >
      {made === undefined ? null : <Address secret={made.secret} />}
    </Dialog>
  )
}

function Address({ secret }: { secret: string }) {
  const t = useWords(calendarWords)
  const [isCopied, setCopied] = useState(false)
  const address = new URL(addresses.calendar(secret), window.location.origin).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
    } catch {
      notify({ tone: 'danger', text: t('copyFailed') })
    }
  }
  return (
    <div className={styles.spaced}>
      <p>{t('createdText')}</p>
      <div className={styles.secret}>
        <code className={styles.code} aria-label={t('address')}>
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
      <div>
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonLook({ size: 's' })}>
          <CalendarPlus aria-hidden="true" />
          <span>{t('subscribe')}</span>
        </a>
      </div>
    </div>
  )
}
