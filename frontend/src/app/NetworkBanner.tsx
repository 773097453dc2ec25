import { Suspense, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { later, onDemand } from '@/ui/later'
import { notify } from '@/ui/Toast'
import styles from './AppLayout.module.css'
import { useSeenAt } from './kept'
import { useAtStake } from './leave'
import { networkWords } from './networkMessages'
import { isReached, onChance, useReached } from './network'
import { send, useIsHeldBack, useOutbox } from './outbox'
import { install, useNewVersion } from './version'

// Opened without a network, they must be there before.
const OutboxDialog = onDemand(async () => (await import('./OutboxDialog')).OutboxDialog)
const LeaveDialog = later(async () => (await import('./LeaveDialog')).LeaveDialog)

/** Says that the network is away and from when what one reads is, what waits for it, what came back, and that a new version is ready. */
export function NetworkBanner() {
  const t = useWords(networkWords)
  const client = useClient()
  const isHere = useReached()
  const { waiting, refused } = useOutbox()
  const startNewVersion = useNewVersion()
  const atStake = useAtStake()
  const [isOpen, setOpen] = useState(false)
  const isHeldBack = useIsHeldBack()
  const count = waiting.length

  useEffect(() => {
    if (count === 0) return
    // Where there is no network nothing leaves: what has never left can still be taken back.
    if (isReached()) void send(client)
    return onChance(() => void send(client))
  }, [client, count])

  // Comes after the page, and so does what keeps the application.
  useEffect(() => void install(), [])

  // Told once as it comes back; it stays in the list until it has been dealt with.
  const told = useRef<ReadonlySet<number>>(undefined)
  useEffect(() => {
    for (const { order, label, failure } of refused) {
      if (told.current?.has(order) === false)
        notify({ tone: 'danger', text: t('refused', { label, message: failure.message }) })
    }
    told.current = new Set(refused.map(({ order }) => order))
  }, [refused, t])

  const waitingText = count === 0 ? undefined : t('waiting', { count })
  const see = (
    <Button size="s" onPress={() => setOpen(true)}>
      {isHere || waitingText === undefined ? t('waitingSee') : waitingText}
    </Button>
  )
  return (
    <>
      <div role="status" className={styles.network}>
        {isHere ? null : (
          <Banner
            tone="signal"
            title={t(navigator.onLine ? 'unreached' : 'offline')}
            actions={count > 0 ? see : undefined}
          >
            <Seen /> {t('offlineText')}
          </Banner>
        )}
        {isHere && isHeldBack && waitingText !== undefined ? (
          <Banner tone="signal" title={waitingText} actions={see} />
        ) : null}
        {refused.length === 0 ? null : (
          <Banner tone="danger" title={t('cameBack', { count: refused.length })} actions={see} />
        )}
        {startNewVersion === null ? null : (
          <Banner
            title={t('newVersion')}
            actions={
              <Button size="s" onPress={startNewVersion}>
                {t('reload')}
              </Button>
            }
          />
        )}
      </div>
      <OutboxDialog isOpen={isOpen} onClose={() => setOpen(false)} />
      {atStake === null ? null : (
        <Suspense>
          <LeaveDialog count={atStake} />
        </Suspense>
      )}
    </>
  )
}

/** From when what is on the screen is. */
function Seen() {
  const t = useWords(networkWords)
  const format = useFormat()
  const at = useSeenAt()
  const [today] = useState(() => format.dayOf(Date.now()))
  if (at === null) return null
  const isToday = format.dayOf(at) === today
  return isToday
    ? t('seenToday', { time: format.date(at, 'time') })
    : t('seenOn', { date: format.date(at, 'dayAndTime') })
}
