import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { notify } from '@/ui/Toast'
import { profileWords } from '../messages'
import styles from './Profile.module.css'

export interface NewSecret {
  name: string
  secret: string
}

/** Shows the secret of a new token, once. It is gone when this closes, so a press outside does not close it. */
export function SecretDialog({ made, onClose }: { made?: NewSecret; onClose: () => void }) {
  const t = useWords(profileWords)
  return (
    <Dialog
      title={t('secretTitle', { name: made?.name ?? '' })}
      isOpen={made !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      isHeld
      footer={(close) => (
        <Button variant="primary" onPress={close}>
          {t('secretDone')}
        </Button>
      )}
    >
      {made === undefined ? null : <Secret secret={made.secret} />}
    </Dialog>
  )
}

function Secret({ secret }: { secret: string }) {
  const t = useWords(profileWords)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      notify({ tone: 'danger', text: t('copyFailed') })
    }
  }
  return (
    <div className={styles.spaced}>
      <p>
        <strong>{t('secretText')}</strong>
      </p>
      <div className={styles.secret}>
        <code className={styles.code} aria-label={t('secret')}>
          {secret}
        </code>
        <Button
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
      <p className={styles.note}>
        {t('secretUse', { address: `${window.location.origin}/graphql` })}
        <code className={styles.header}>Authorization: Bearer …</code>
      </p>
    </div>
  )
}
