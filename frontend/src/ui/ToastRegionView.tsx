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

/** Puts a message in the region. What a former one offered, to undo it or to go and see, is past with the next act. */
export function show(notice: Notice): void {
  for (const { key, content } of queue.visibleToasts) if (content.action !== undefined) queue.close(key)
  const { tone, action } = notice
  queue.add(notice, tone === 'danger' ? {} : { timeout: action === undefined ? 6_000 : 20_000 })
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
