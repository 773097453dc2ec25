import { Star } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { CountToggle } from '@/ui/CountToggle'
import { useStar, type Starred } from '../useStar'
import { wallWords } from '../wallMessages'

export interface StarButtonProps {
  topic: Starred & { viewerCanStar: boolean }
  /** Says in words what the star means, where there is room. */
  isWorded?: boolean
}

/** One's star on a topic, and how many it has. */
export function StarButton({ topic, isWorded = false }: StarButtonProps) {
  const t = useWords(wallWords)
  const star = useStar(topic)
  return (
    <CountToggle
      {...star}
      icon={Star}
      canToggle={topic.viewerCanStar}
      label={t('star', { title: topic.title, count: star.count })}
      figure={t('stars', { count: star.count })}
      word={isWorded ? t(star.isOn ? 'starOnShort' : 'starShort') : undefined}
    />
  )
}
