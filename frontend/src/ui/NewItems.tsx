import { ArrowUp } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import styles from './Feedback.module.css'
import { uiWords } from './messages'

/** What others did meanwhile waits behind this button: nothing moves under the eyes of who is reading. */
export function NewItems({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useWords(uiWords)
  return (
    <div className={styles.newItems} role="status">
      {count === 0 ? null : (
        <Button variant="primary" size="s" icon={<ArrowUp aria-hidden="true" />} onPress={onShow}>
          {t('newItems', { count })}
        </Button>
      )}
    </div>
  )
}
