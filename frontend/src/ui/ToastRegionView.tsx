import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast'
import { useWords } from '@/i18n/useWords'
import { Button as TextButton } from './Button'
import { uiWords } from './messages'
import styles from './Toast.module.css'

export interface Notice {
  tone: 'info' | 'good' | 'danger'
  text: string
  action?: { label: string; onPress: () => void }
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 })

/** Puts a message in the region. */
export function show(notice: Notice): void {
  queue.add(notice, notice.tone === 'danger' || notice.action !== undefined ? {} : { timeout: 6_000 })
}

const icons = { info: Info, good: CircleCheck, danger: TriangleAlert }

/** The messages themselves, one above the other. */
export function ToastRegionView() {
  const t = useWords(uiWords)
  return (
    <AriaToastRegion queue={queue} aria-label={t('notifications')} className={styles.region!}>
      {({ toast }) => {
        const { tone, text, action } = toast.content
        const Icon = icons[tone]
        return (
          <Toast toast={toast} className={`${styles.toast} ${styles[tone] ?? ''}`}>
            <Icon aria-hidden="true" className={styles.icon} />
            <ToastContent className={styles.content!}>
              <Text slot="title">{text}</Text>
            </ToastContent>
            {action === undefined ? null : (
              <TextButton
                variant="secondary"
                size="s"
                onPress={() => {
                  action.onPress()
                  queue.close(toast.key)
                }}
              >
                {action.label}
              </TextButton>
            )}
            <Button slot="close" aria-label={t('close')} className={styles.close!}>
              <X aria-hidden="true" />
            </Button>
          </Toast>
        )
      }}
    </AriaToastRegion>
  )
}
