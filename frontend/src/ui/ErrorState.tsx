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
  /** 2 where no title stands between it and the page's own. */
  level?: 2 | 3
  /** Nothing else is on the page: it says so in the page's own title, which takes the focus, and leads back. */
  isPage?: boolean
}

/** A part of a page that could not be read: what happened, in a sentence, and what to do. */
export function ErrorState({ code = 'INTERNAL', message, onRetry, level, isPage = false }: ErrorStateProps) {
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
  const retry =
    onRetry === undefined || code === 'NOT_FOUND' ? undefined : (
      <Button icon={<RotateCw aria-hidden="true" />} onPress={onRetry}>
        {t('retry')}
      </Button>
    )
  if (isPage) {
    return (
      <Stack>
        <div role="alert">
          <PageHeader title={title} lead={text} />
        </div>
        <Row>
          {retry}
          <LinkButton href="/">{t('home')}</LinkButton>
        </Row>
      </Stack>
    )
  }
  return (
    <div role="alert">
      <EmptyState title={title} level={level} action={retry}>
        {text}
      </EmptyState>
    </div>
  )
}
