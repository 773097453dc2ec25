import type { ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { proceedingsWords } from '../messages'
import { chapters, countOf, type Chapter, type Proceedings } from '../proceedings'
import { Centres, Outcomes, Results } from './Aftermath'
import { Barcamp } from './Barcamp'
import { Foreword } from './Foreword'
import { Missing } from './Missing'
import { Programme } from './Programme'
import styles from './Proceedings.module.css'
import { StageQuestions } from './StageQuestions'
import { Topics } from './Topics'

export interface DocumentProps {
  proceedings: Proceedings
  /** Without it nothing can be changed here. */
  onChanged?: () => void
}

/** The document: its contents, then its chapters. What leads nowhere for its reader is no link. */
export function Document({ proceedings, onChanged = () => undefined }: DocumentProps) {
  const t = useWords(proceedingsWords)
  const parts: Record<Chapter, ReactNode> = {
    foreword: <Foreword proceedings={proceedings} onChanged={onChanged} />,
    programme: <Programme proceedings={proceedings} />,
    barcamp: <Barcamp proceedings={proceedings} onChanged={onChanged} />,
    stage: <StageQuestions proceedings={proceedings} onChanged={onChanged} />,
    forum: <Topics proceedings={proceedings} onChanged={onChanged} />,
    results: <Results proceedings={proceedings} />,
    outcomes: <Outcomes proceedings={proceedings} />,
    centres: <Centres proceedings={proceedings} />,
    missing: <Missing proceedings={proceedings} />,
  }
  return (
    <div className={styles.document}>
      <nav className={styles.contents} aria-label={t('contents')}>
        <h2>{t('contents')}</h2>
        <ol>
          {chapters.map((chapter) => (
            <li key={chapter}>
              <a href={`#${chapter}`}>{t(`chapter.${chapter}`)}</a>
              <Count of={countOf(proceedings, chapter)} />
              {chapter === 'forum' && proceedings.topics.length > 0 ? (
                <details>
                  <summary>{t('topicsOf')}</summary>
                  <ol>
                    {proceedings.topics.map(({ id, title }) => (
                      <li key={id}>
                        <a href={`#${id}`}>{title}</a>
                      </li>
                    ))}
                  </ol>
                </details>
              ) : null}
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.chapters}>
        {chapters.map((chapter) => (
          <section
            key={chapter}
            id={chapter}
            tabIndex={-1}
            aria-labelledby={`${chapter}-title`}
            className={styles.chapter}
          >
            <h2 id={`${chapter}-title`}>
              {t(`chapter.${chapter}`)}
              <Count of={countOf(proceedings, chapter)} />
            </h2>
            {parts[chapter]}
          </section>
        ))}
      </div>
    </div>
  )
}

function Count({ of }: { of: number | undefined }) {
  return of === undefined ? null : <span className={styles.count}>{of}</span>
}
