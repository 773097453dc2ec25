import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import { Dialog } from './Dialog'
import styles from './Feedback.module.css'
import { conflictWords } from './conflictMessages'

export interface ConflictDialogProps {
  isOpen: boolean
  mine: string
  theirs: string
  /** Who wrote the other text, and when, if known. */
  theirsBy?: string
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people wrote at once: both texts, side by side, and nothing lost. */
export function ConflictDialog({
  isOpen,
  mine,
  theirs,
  theirsBy,
  onKeepMine,
  onTakeTheirs,
}: ConflictDialogProps) {
  const t = useWords(conflictWords)
  return (
    <Dialog
      title={t('conflictTitle')}
      isOpen={isOpen}
      onClose={onKeepMine}
      isHeld
      size="l"
      footer={
        <>
          <Button onPress={onTakeTheirs}>{t('takeTheirs')}</Button>
          <Button variant="primary" onPress={onKeepMine}>
            {t('keepMine')}
          </Button>
        </>
      }
    >
      <p>{t('conflictText')}</p>
      <div className={styles.versions}>
        <section className={`${styles.version} ${styles.mine}`}>
          <h3>{t('conflictMine')}</h3>
          <div>{mine}</div>
        </section>
        <section className={styles.version}>
          <h3>
            {t('conflictTheirs')}
            {theirsBy === undefined ? null : ` · ${theirsBy}`}
          </h3>
          <div>{theirs}</div>
        </section>
      </div>
    </Dialog>
  )
}
