import { Suspense } from 'react'
import { later } from './later'
import { Prose } from './Layout'

const MarkdownView = later(async () => (await import('./MarkdownView')).MarkdownView)

/** What someone wrote with Markdown in it. It is read as it was typed until what sets it is there. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<Prose>{text}</Prose>}>
      <MarkdownView text={text} />
    </Suspense>
  )
}
