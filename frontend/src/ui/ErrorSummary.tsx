import { useEffect, useRef } from 'react'
import { useWords } from '@/i18n/useWords'
import styles from './Feedback.module.css'
import { uiWords } from './messages'

export interface ErrorSummaryProps {
  errors: readonly { text: string; onGo?: () => void }[]
  /** Changes at each attempt: the summary takes the focus then, and not while one is typing. */
  attempt: number
}

/** What stops a form, summed up on top; each line goes to its field. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const t = useWords(uiWords)
  const place = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  const told = useRef(0)
  useEffect(() => {
    if (!any || attempt === told.current) return
    told.current = attempt
    // After the form library has given the focus to the first field: the summary says all of it.
    const then = setTimeout(() => place.current?.focus(), 0)
    return () => clearTimeout(then)
  }, [attempt, any])
  if (!any) return null
  return (
    <div ref={place} tabIndex={-1} role="alert" className={styles.summary}>
      <h2>{t('errorSummary', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ text, onGo }) => (
          <li key={text}>
            {onGo === undefined ? (
              text
            ) : (
              <a
                href="#field"
                onClick={(event) => {
                  event.preventDefault()
                  onGo()
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
