import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, IconButton } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { LineList } from '@/ui/Layout'
import { RelativeTime } from '@/ui/RelativeTime'
import { notify } from '@/ui/Toast'
import styles from './AppLayout.module.css'
import { appWords } from './messages'
import { cancel, forgetRefusal, send, useOutbox } from './outbox'

function watchNetwork(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says that the network is away, and what waits for it; sends it when it is back. */
export function NetworkBanner({ viewerId }: { viewerId: string }) {
  const t = useWords(appWords)
  const client = useClient()
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  const { waiting, refused } = useOutbox()
  const [isOpen, setOpen] = useState(false)
  const mine = waiting.filter((write) => write.viewerId === viewerId)
  const count = mine.length

  useEffect(() => {
    if (!isOnline || count === 0) return
    void send(client, viewerId)
    // A network that says it is there is not always: try again while something waits.
    const again = setInterval(() => void send(client, viewerId), 20_000)
    return () => clearInterval(again)
  }, [client, count, isOnline, viewerId])

  useEffect(() => {
    if (refused === null) return
    notify({ tone: 'danger', text: t('refused', { label: refused.label, message: refused.failure.message }) })
    forgetRefusal()
  }, [refused, t])

  const waitingText = t('waiting', { count })
  return (
    <>
      <div role="status" className={styles.network}>
        {isOnline && count === 0 ? null : (
          <Banner
            tone="signal"
            title={isOnline ? waitingText : t('offline')}
            actions={
              count === 0 ? undefined : (
                <Button size="s" onPress={() => setOpen(true)}>
                  {isOnline ? t('waitingSee') : waitingText}
                </Button>
              )
            }
          >
            {isOnline ? undefined : t('offlineText')}
          </Banner>
        )}
      </div>
      <Dialog title={t('waitingTitle')} isOpen={isOpen} onOpenChange={setOpen}>
        {count === 0 ? (
          <p>{t('waitingNone')}</p>
        ) : (
          <LineList label={t('waitingTitle')}>
            {mine.map((write) => (
              <li key={write.order} className={styles.waiting}>
                <span>
                  {write.label}
                  <br />
                  <span className={styles.centre}>
                    <RelativeTime at={new Date(write.at).toISOString()} />
                  </span>
                </span>
                <IconButton
                  label={t('waitingCancel')}
                  icon={<X aria-hidden="true" />}
                  onPress={() => void cancel(write.order ?? -1)}
                />
              </li>
            ))}
          </LineList>
        )}
      </Dialog>
    </>
  )
}
