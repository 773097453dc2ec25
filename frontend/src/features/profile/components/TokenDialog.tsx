import { useWords } from '@/i18n/useWords'
import { Secret } from '@/ui/Secret'
import { SecretDialog, type NewSecret } from '@/ui/SecretDialog'
import { profileWords } from '../messages'
import styles from './Profile.module.css'

/** Shows the secret of a new token, once. */
export function TokenDialog({ made, onClose }: { made?: NewSecret; onClose: () => void }) {
  const t = useWords(profileWords)
  return (
    <SecretDialog
      made={made}
      title={(name) => t('secretTitle', { name })}
      done={t('secretDone')}
      onClose={onClose}
    >
      {(secret) => (
        <>
          <p>
            <strong>{t('secretText')}</strong>
          </p>
          <Secret label={t('secret')} value={secret} />
          <p className={styles.note}>
            {t('secretUse', { address: `${window.location.origin}/graphql` })}
            <code className={styles.header}>Authorization: Bearer …</code>
          </p>
        </>
      )}
    </SecretDialog>
  )
}
