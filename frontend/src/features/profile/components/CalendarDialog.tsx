import { CalendarPlus } from 'lucide-react'
import { addresses, whole } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { buttonLook } from '@/ui/Button'
import { Secret } from '@/ui/Secret'
import { SecretDialog, type NewSecret } from '@/ui/SecretDialog'
import { calendarWords } from '../calendarMessages'

/** Shows a new calendar address, once. */
export function CalendarDialog({ made, onClose }: { made?: NewSecret; onClose: () => void }) {
  const t = useWords(calendarWords)
  return (
    <SecretDialog
      made={made}
      title={(name) => t('createdTitle', { name })}
      done={t('done')}
      onClose={onClose}
    >
      {(secret) => <Address address={whole(addresses.calendar(secret))} />}
    </SecretDialog>
  )
}

function Address({ address }: { address: string }) {
  const t = useWords(calendarWords)
  return (
    <>
      <p>{t('createdText')}</p>
      <Secret label={t('address')} value={address} />
      <div>
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonLook({ size: 's' })}>
          <CalendarPlus aria-hidden="true" />
          <span>{t('subscribe')}</span>
        </a>
      </div>
    </>
  )
}
