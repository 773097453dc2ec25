import { vi } from 'vitest'
import { renderApp, stubClient, type StubAnswer } from '@/test/render'
import cache from './cache'
import type { Forum } from './forum'
import { ForumPage } from './ForumPage'
import { forum, malik, nadia, placed, schools, topic } from './testForum'

/** Shows the page of a forum for a test; what the page asks beside it is answered by `answers`. */
export async function show(
  state: Forum,
  {
    answers = {},
    language = 'fr',
    at = '/forums/forum',
    isWide = false,
  }: { answers?: Record<string, StubAnswer>; language?: 'fr' | 'en'; at?: string; isWide?: boolean } = {},
) {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: isWide && media.includes('60rem'),
    addEventListener() {},
    removeEventListener() {},
  }))
  const client = stubClient(
    {
      ForumWall: { forum: state as never },
      ForumThemes: { themes: [schools] },
      ...answers,
    },
    [cache],
  )
  return renderApp(<ForumPage />, { client, language, path: '/forums/$forumId', at })
}

/** A forum on its marketplace: one topic of the reader, one that nobody carries, one that stands. */
export const market = () =>
  forum({
    topics: [
      topic({ id: 'mine', title: 'Mon sujet', convener: nadia as never, viewerCanPlace: true }),
      topic({
        id: 'free',
        title: 'Sans personne',
        convener: null,
        viewerCanTake: true,
        themes: [schools] as never,
      }),
      placed('morning', 'loire', { id: 'placed', title: 'Déjà placé', convener: malik as never }),
    ],
  })
