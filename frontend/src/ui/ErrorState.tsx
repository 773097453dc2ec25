import { RotateCw } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import { EmptyState } from './EmptyState'
import { uiWords } from './messages'

export interface ErrorStateProps {
  /** A failure's code; without one, the mistake is ours. */
  code?: string
  message?: string
  onRetry?: () => void
  /** 2 where no title stands between it and the page's own. */
  level?: 2 | 3
}

/** A part of a page that could not be read: what happened, in a sentence, and what to do. */
export function ErrorState({ code = 'INTERNAL', message, onRetry, level }: ErrorStateProps) {
  const t = useWords(uiWords)
  const title =
    code === 'NOT_FOUND'
      ? t('notFoundTitle')
      : code === 'FORBIDDEN'
        ? t('forbiddenTitle')
        : code === 'NEVER_READ'
          ? t('neverReadTitle')
          : t('errorTitle')
  const text =
    code === 'NOT_FOUND'
      ? t('notFoundText')
      : code === 'NETWORK'
        ? t('errorNetwork')
        : code === 'NEVER_READ'
          ? t('neverReadText')
          : message === undefined || message === ''
            ? t('errorInternal')
            : message
  return (
    <div role="alert">
      <EmptyState
        title={title}
        level={level}
        action={
          onRetry === undefined || code === 'NOT_FOUND' ? undefined : (
            <Button icon={<RotateCw aria-hidden="true" />} onPress={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {text}
      </EmptyState>
    </div>
  )
}
