import { PenLine } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { later } from '@/ui/later'
import { Markdown } from '@/ui/Markdown'
import { Skeleton } from '@/ui/Skeleton'
import { proceedingsEditWords } from '../editMessages'
import { proceedingsWords } from '../messages'
import type { ChapterProps } from './Chapter'
import styles from './Proceedings.module.css'

const ForewordForm = later(async () => (await import('./ForewordForm')).ForewordForm)

/** What those who run the gathering say of it, before the rest. */
export function Foreword({ proceedings, onChanged }: ChapterProps) {
  const t = useWords(proceedingsWords)
  const tEdit = useWords(proceedingsEditWords)
  const [isWriting, setWriting] = useState(false)
  const { foreword, viewerCanEdit } = proceedings
  if (isWriting && viewerCanEdit) {
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <ForewordForm
          proceedings={proceedings}
          onDone={() => {
            setWriting(false)
            onChanged()
          }}
        />
      </Suspense>
    )
  }
  return (
    <>
      {foreword === '' ? (
        <p className={styles.none}>{t('forewordNone')}</p>
      ) : (
        <div className={styles.text}>
          <Markdown text={foreword} />
        </div>
      )}
      {viewerCanEdit ? (
        <div className={styles.editing}>
          <Button size="s" icon={<PenLine aria-hidden="true" />} onPress={() => setWriting(true)}>
            {tEdit('edit')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
