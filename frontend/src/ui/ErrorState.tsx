import { RotateCw } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from './Button'
import { EmptyState } from './EmptyState'
import { Row, Stack } from './Layout'
import { uiWords } from './messages'
import { PageHeader } from './PageHeader'

export interface ErrorStateProps {
  /** A failure's code; without one, the mistake is ours. */
  code?: string
  message?: string
  onRetry?: () => void
  /** 1 where it stands for the whole page; 2 where no title stands between it and the page's own. */
  level?: 1 | 2 | 3
}

/** A page, or a part of one, that could not be read: what happened, in a sentence, and what to do. */
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
  const again =
    onRetry === undefined || code === 'NOT_FOUND' ? undefined : (
      <Button icon={<RotateCw aria-hidden="true" />} onPress={onRetry}>
        {t('retry')}
      </Button>
    )
  if (level === 1)
    return (
      <div role="alert">
        <Stack>
          <PageHeader title={title} lead={text} />
          <Row>
            {again}
            <LinkButton href="/">{t('backHome')}</LinkButton>
          </Row>
        </Stack>
      </div>
    )
  return (
    <div role="alert">
      <EmptyState title={title} level={level} action={again}>
        {text}
      </EmptyState>
    </div>
  )
}
