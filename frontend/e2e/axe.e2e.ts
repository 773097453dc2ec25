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

/** What is wrong with the page on the screen, in every light: a theme changes colours and nothing else. */
async function faultsInAllLights(page: Page, isPhone: boolean): Promise<string[]> {
  const faults: string[] = []
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    const rules = theme === 'light' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] }
    for (const fault of await faultsOf(page, rules)) faults.push(`${theme}: ${fault}`)
  }
  if (isPhone) {
    const size = page.viewportSize()!
    await page.setViewportSize({ width: 320, height: size.height })
    const excess = await sidewaysScroll(page)
    if (excess > 0) faults.push(`${excess} px wider than 320 px`)
    await page.setViewportSize(size)
  }
  const excess = await sidewaysScroll(page)
  if (excess > 0) faults.push(`${excess} px wider than its window`)
  return [...faults, ...takeTroubles(page)]
}

/** Walks through pages one after the other and says what is wrong with each. */
async function walk(reader: Reader, isWhole: boolean): Promise<string[]> {
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
      .flatMap((room) => (isWhole ? room.at(known) : room.at(known).slice(0, 1)))
    if (who !== null) await signInAs(page, who, '/nulle-part')
    for (const address of addresses) {
      if (who === null) await go(page, address)
      else await move(page, address)
      for (const fault of await faultsInAllLights(page, reader.width === 390))
        faults.push(`${address}: ${fault}`)
    }
    await page.context().close()
  }
  return faults
}

// The walks only read: two go side by side, the longest first.
describe.concurrent.each(widths.toReversed())('every page, %i px wide', (width) => {
  it.each(languages)(
    'has nothing for axe to find, light and dark (%s)',
    async (language) => {
      expect(await walk({ width, language }, width === 1280 && language === 'fr')).toEqual([])
    },
    600_000,
  )
})
