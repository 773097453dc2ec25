import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { PageHeader } from '@/ui/PageHeader'
import { addresses } from './addresses'
import { appWords } from './messages'
import styles from './Problems.module.css'

/** An address that leads nowhere. */
export function NotFound() {
  const t = useWords(appWords)
  return (
    <div className={styles.page}>
      <PageHeader title={t('notFound')} lead={t('notFoundText')} />
      <p>
        <LinkButton href={addresses.home()}>{t('backHome')}</LinkButton>
      </p>
    </div>
  )
}

/** A page that could not be shown: most often the network, sometimes a mistake of ours. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useWords(appWords)
  const router = useRouter()
  const isNetwork =
    !navigator.onLine ||
    (error instanceof Error && ('networkError' in error || /fetch|import|network/i.test(error.message)))
  return (
    <div className={styles.page}>
      <PageHeader title={t('failed')} />
      <ErrorState
        code={isNetwork ? 'NETWORK' : 'INTERNAL'}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </div>
  )
}
