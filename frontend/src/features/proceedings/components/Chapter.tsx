import { Suspense, type ReactNode } from 'react'
import { later } from '@/ui/later'
import type { Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

const PublicChapter = later(async () => (await import('./PublicPart')).PublicChapter)

export interface ChapterProps {
  proceedings: Proceedings
  onChanged: () => void
}

/** The entries of a chapter, or what is said when it has none. */
export function Entries({
  proceedings,
  onChanged,
  entries,
  none,
  children,
}: ChapterProps & {
  entries: readonly { id: string; public: boolean }[]
  none: string
  children: ReactNode
}) {
  if (entries.length === 0) return <p className={styles.none}>{none}</p>
  return (
    <>
      {proceedings.viewerCanEdit ? (
        <Suspense>
          <PublicChapter gatheringId={proceedings.gatheringId} entries={entries} onChanged={onChanged} />
        </Suspense>
      ) : null}
      {children}
    </>
  )
}
