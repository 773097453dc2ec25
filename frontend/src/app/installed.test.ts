import { describe, expect, it } from 'vitest'
import { pagesOf, rooms } from '../../vite/installed.ts'
import { createAppRouter } from './router'

describe('the addresses that start without a network', () => {
  const isPage = (path: string) => pagesOf(rooms()).test(path)

  it('are those of the pages', () => {
    const paths = Object.keys(createAppRouter().routesByPath).filter(
      (path) => path !== '/$' && path !== '/style',
    )
    for (const path of paths) expect([path, isPage(path.replaceAll(/\$\w+/g, '42'))]).toEqual([path, true])
    expect(isPage('/forum?proposer=true')).toBe(true)
  })

  it.each(['/graphql', '/auth/demo-accounts', '/healthz', '/metrics', '/forum.pdf', '/sw.js'])(
    'leave %s to the server',
    (path) => expect(isPage(path)).toBe(false),
  )
})
