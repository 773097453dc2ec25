import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Prose } from '@/ui/Layout'
import { groupWords } from '../messages'

/** The beginning of a text that ends on a whole word. */
export function beginning(text: string, most: number): string {
  const start = text.slice(0, most)
  const space = start.lastIndexOf(' ')
  return `${(space > most / 2 ? start.slice(0, space) : start).trimEnd()}…`
}

/** What someone wrote; a long text shows its beginning first. */
export function ClampedText({ text, most = 320 }: { text: string; most?: number }) {
  const t = useWords(groupWords)
  const [isWhole, setWhole] = useState(false)
  if (text.length <= most * 1.25) return <Prose>{text}</Prose>
  return (
    <div>
      <Prose>{isWhole ? text : beginning(text, most)}</Prose>
      <Button size="s" variant="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
        {t(isWhole ? 'readLess' : 'readMore')}
      </Button>
    </div>
  )
}
