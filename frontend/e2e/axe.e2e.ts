import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createAppRouter } from '@/app/router'
import {
  faultsOf,
  go,
  languages,
  move,
  open,
  people,
  sidewaysScroll,
  signInAs,
  takeTroubles,
  themes,
  widths,
  type Reader,
} from './helpers'
import { know, rooms } from './rooms'

describe('the list of pages', () => {
  it('is that of the router', () => {
    const { routesByPath } = createAppRouter()
    // The root leads elsewhere and has no page.
    const routes = Object.keys(routesByPath).filter((path) => path !== '/')
    expect(Object.keys(rooms).toSorted()).toEqual(routes.toSorted())
  })
})

const colours = ['color-contrast', 'link-in-text-block']

/**
 * What is wrong with the page on the screen, in every light. A theme changes colours and nothing else, a language nothing of them:
 * each is judged once by what it changes.
 */
async function faultsInAllLights(page: Page, { language }: Reader): Promise<string[]> {
  const faults: string[] = []
  const isNative = language === languages[0]
  for (const theme of isNative ? themes : [themes[0]]) {
    await page.emulateMedia({ colorScheme: theme })
    const rules =
      theme !== themes[0]
        ? { runOnly: colours }
        : isNative
          ? {}
          : { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) }
    for (const fault of await faultsOf(page, rules)) faults.push(`${theme}: ${fault}`)
  }
  const excess = await sidewaysScroll(page)
  if (excess > 0) faults.push(`${excess} px wider than its window`)
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: size.height })
  // What is another component on a phone takes a moment to be it.
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, { timeout: 1_000 })
    .catch(() => undefined)
  const narrow = await sidewaysScroll(page)
  if (narrow > 0) faults.push(`${narrow} px wider than 320 px`)
  await page.setViewportSize(size)
  return [...faults, ...takeTroubles(page)]
}

/** Walks through pages one after the other and says what is wrong with each. */
async function walk(reader: Reader, faces: 'first' | 'others'): Promise<string[]> {
  const faults: string[] = []
  const known = await (async () => {
    const page = await open()
    await signInAs(page, people.coordinator)
    const found = await know(page)
    await page.context().close()
    return found
  })()
  for (const who of new Set(Object.values(rooms).map((room) => room.who))) {
    const page = await open(reader)
    const addresses = Object.values(rooms)
      .filter((room) => room.who === who)
      .flatMap((room) => (faces === 'first' ? room.at(known).slice(0, 1) : room.at(known).slice(1)))
    if (who !== null) await signInAs(page, who, '/nulle-part')
    for (const address of addresses) {
      if (who === null) await go(page, address)
      else await move(page, address)
      for (const fault of await faultsInAllLights(page, reader)) faults.push(`${address}: ${fault}`)
    }
    await page.context().close()
  }
  return faults
}

// The walks only read: two go side by side, the longest first.
describe.concurrent('axe finds nothing', () => {
  it('on the other faces of the pages', async () => {
    expect(await walk({ width: 1280, language: 'fr' }, 'others')).toEqual([])
  }, 600_000)

  it.each(widths.toReversed().flatMap((width) => languages.map((language) => ({ width, language }))))(
    'on any page, $width px wide, in $language',
    async (reader) => {
      expect(await walk(reader, 'first')).toEqual([])
    },
    600_000,
  )
})
