import { ThumbsUp } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { CountToggle } from '@/ui/CountToggle'
import { contributionWords } from '../messages'
import { useSupport, type Supported } from '../useSupport'

/** One's support, and how many there are. */
export function SupportButton({ contribution }: { contribution: Supported }) {
  const t = useWords(contributionWords)
  const support = useSupport(contribution)
  return (
    <CountToggle
      {...support}
      icon={ThumbsUp}
      canToggle={contribution.viewerCanSupport}
      label={t('support', { title: contribution.title, count: support.count })}
      figure={t('supports', { count: support.count })}
      word={t('supportShort')}
    />
  )
}
