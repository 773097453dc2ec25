import { useContext, useRef } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Navigate } from '@/ui/currentPath'
import { Dialog } from '@/ui/Dialog'
import { LineList, Prose, Row } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { RelativeTime } from '@/ui/RelativeTime'
import styles from './AppLayout.module.css'
import { networkWords } from './networkMessages'
import { cancel, dismiss, useOutbox, type Pending, type Refused } from './outbox'

/** What was written on this device and has not been taken in by the server: what waits, and what came back with its text. */
export function OutboxDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useWords(networkWords)
  const { waiting, refused } = useOutbox()
  // A line that goes takes the focus with it: it is handed to what stays, or the keyboard would be lost.
  const rest = useRef<HTMLDivElement>(null)
  const letGo = (work: Promise<void>) => {
    rest.current?.focus()
    void work
  }
  return (
    <Dialog title={t('outboxTitle')} isOpen={isOpen} onClose={onClose}>
      <div ref={rest} tabIndex={-1} className={styles.outbox}>
        {refused.length === 0 ? null : (
          <section aria-labelledby="came-back">
            <h3 id="came-back" className={styles.part}>
              {t('cameBackTitle')}
            </h3>
            <LineList label={t('cameBackTitle')}>
              {refused.map((write) => (
                <Returned
                  key={write.order}
                  write={write}
                  onClose={onClose}
                  onDismiss={() => letGo(dismiss(write.order))}
                />
              ))}
            </LineList>
          </section>
        )}
        {waiting.length === 0 && refused.length === 0 ? <p>{t('waitingNone')}</p> : null}
        {waiting.length === 0 ? null : (
          <section aria-labelledby="waiting">
            <h3 id="waiting" className={styles.part}>
              {t('waitingTitle')}
            </h3>
            <LineList label={t('waitingTitle')}>
              {waiting.map((write) => (
                <Line
                  key={write.order}
                  name={write.label}
                  note={
                    <>
                      <RelativeTime at={new Date(write.at).toISOString()} />
                      {write.tries > 0 ? ` · ${t('waitingLeft')}` : null}
                    </>
                  }
                >
                  <Button
                    size="s"
                    variant="quiet"
                    aria-label={`${t('waitingCancel')} : ${write.label}`}
                    onPress={() => letGo(cancel(write.order ?? -1))}
                  >
                    {t('waitingCancel')}
                  </Button>
                </Line>
              ))}
            </LineList>
          </section>
        )}
      </div>
    </Dialog>
  )
}

/** One that the server refused: why, what was written, and the way back to it. */
function Returned({
  write,
  onClose,
  onDismiss,
}: {
  write: Refused
  onClose: () => void
  onDismiss: () => void
}) {
  const t = useWords(networkWords)
  const navigate = useContext(Navigate)
  const text = textOf(write)
  return (
    <li className={styles.returned}>
      <p>
        <strong>{write.label}</strong>
        <br />
        {write.failure.message}
      </p>
      {text === '' ? null : (
        <details>
          <summary>{t('yourText')}</summary>
          <Prose>{text}</Prose>
        </details>
      )}
      <Row>
        <Button
          size="s"
          onPress={() => {
            onClose()
            navigate?.(write.href)
          }}
        >
          {t(text === '' ? 'goThere' : 'resume')}
        </Button>
        <Button size="s" variant="quiet" aria-label={`${t('dismiss')} : ${write.label}`} onPress={onDismiss}>
          {t('dismiss')}
        </Button>
      </Row>
    </li>
  )
}

/** Everything that was written in words, to be read again or copied. */
function textOf({ draft }: Pending): string {
  return Object.values(draft?.values ?? {})
    .filter((value): value is string => typeof value === 'string' && /\s|\p{Ll}/u.test(value.trim()))
    .join('\n\n')
}
