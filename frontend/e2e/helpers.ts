import type { AxeResults, RunOptions } from 'axe-core'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { afterAll, beforeEach, expect, inject } from 'vitest'

export const widths = [390, 1280] as const
export const themes = ['light', 'dark'] as const
export const languages = ['fr', 'en'] as const

/** The demonstration's people, by what they are in its story. */
export const people = {
  officer: 'ines@demo.maillage.example',
  convener: 'malik@demo.maillage.example',
  coordinator: 'claire@demo.maillage.example',
  leadDirector: 'thierry@demo.maillage.example',
  director: 'farida@demo.maillage.example',
  otherDirector: 'marie-josee@demo.maillage.example',
  assistant: 'odile@demo.maillage.example',
  administrator: 'admin@demo.maillage.example',
  guest: 'invitee@demo.maillage.example',
} as const

export interface Reader {
  width?: (typeof widths)[number]
  theme?: (typeof themes)[number]
  language?: (typeof languages)[number]
  /** Whoever will lose the network has the whole application fetched as soon as they come; the others save data, and the machine's time. */
  losesNetwork?: boolean
}

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
let browser: Promise<Browser> | undefined
const contexts: BrowserContext[] = []
/** How long a page may take to show what it is asked for; only a failure waits so long. */
const patience = 20_000

/** Which browser is used, and how it is kept from doing anything of its own. */
export function program(): { executablePath: string; args: string[] } {
  const executablePath = process.env.CHROMIUM ?? programs.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('Chromium is not installed: apt-get install -y chromium')
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--headless=new',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}

function launch(): Promise<Browser> {
  browser ??= chromium.launch(program())
  return browser
}

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  await (await browser)?.close()
  browser = undefined
})

export function base(): string {
  return inject('base')
}

/** A person's own browser: nobody is signed in. Errors of the page, security policy included, fail the test that closes it. */
export async function open(reader: Reader = {}): Promise<Page> {
  const { width = 1280, theme = 'light', language = 'fr', losesNetwork = false } = reader
  const context = await (
    await launch()
  ).newContext({
    baseURL: base(),
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    colorScheme: theme,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    reducedMotion: 'reduce',
    // Keeping the application on the device is a journey of its own (offline.e2e.ts): the others need not do it each time.
    serviceWorkers: 'block',
  })
  contexts.push(context)
  context.setDefaultTimeout(patience)
  await context.addInitScript((chosen) => localStorage.setItem('maillage.language', chosen), language)
  if (!losesNetwork)
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== base())
      problems.push(`asked another house: ${request.url()}`)
  })
  troubles.set(page, problems)
  const asked: string[] = []
  page.on('request', (request) => asked.push(`> ${saying(request)}`))
  page.on('requestfinished', (request) => asked.push(`< ${saying(request)}`))
  page.on('requestfailed', (request) => asked.push(`x ${saying(request)}`))
  page.on('console', (message) => asked.push(`! ${message.text()}`))
  requests.set(page, asked)
  return page
}

const requests = new WeakMap<Page, string[]>()

/** A request in a few words: which operation, or which file. */
function saying(request: Request): string {
  const operation = /(?:query|mutation|subscription) (\w+)/.exec(request.postData() ?? '')?.[1]
  return `${Math.round(performance.now())} ${operation ?? new URL(request.url()).pathname}`
}

/** What the pages of a failed test looked like, and what they said to a screen reader and asked of the server, is kept in the folder E2E_KEEP. */
beforeEach(({ onTestFailed }) => {
  const folder = process.env.E2E_KEEP
  if (folder === undefined) return
  onTestFailed(async ({ task }) => {
    mkdirSync(folder, { recursive: true })
    const pages = contexts.flatMap((context) => context.pages())
    for (const [index, page] of pages.entries()) {
      const name = join(folder, `${task.name.replace(/\W+/g, '-').slice(0, 60)}-${index}`)
      await page.screenshot({ path: `${name}.png` })
      const said = await page.locator('body').ariaSnapshot()
      writeFileSync(`${name}.txt`, [page.url(), said, ...(requests.get(page) ?? [])].join('\n'))
    }
  })
})

const troubles = new WeakMap<Page, string[]>()

/** What went wrong in a page since it was opened or since this was last asked. */
export function takeTroubles(page: Page): string[] {
  return troubles.get(page)?.splice(0) ?? []
}

/** Fails with whatever went wrong in a page since it was opened: errors, its security policy broken, requests elsewhere. Answers the server refuses on purpose may be `expected`. */
export function expectNoTrouble(page: Page, expected?: RegExp): void {
  expect((troubles.get(page) ?? []).filter((text) => !(expected?.test(text) ?? false))).toEqual([])
}

interface DemoAccount {
  name: string
  email: string
  password: string
}

/** Signs in as one of the demonstration's people, without the form, and opens an address. */
export async function signInAs(page: Page, email: string, address = '/accueil'): Promise<void> {
  const answer = await page.request.get('/auth/demo-accounts')
  const accounts = (await answer.json()) as DemoAccount[]
  const account = accounts.find((candidate) => candidate.email === email)
  if (account === undefined)
    throw new Error(`${email} is not among ${accounts.map((candidate) => candidate.email).join(', ')}`)
  const signedIn = await page.request.post('/auth/sign-in', {
    headers: { Origin: base() },
    data: { email, password: account.password, remember: false },
  })
  expect(signedIn.status()).toBe(204)
  await go(page, address)
}

/** Keeps what a page looks like in the folder E2E_PICTURES, for whoever wants to look; does nothing otherwise. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Goes to an address and waits for its title. */
export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('h1').first().waitFor()
}

/** Waits until nothing on the page is still arriving: it would be judged half there. An address that leads on to another is followed. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (rest) => {
    const isHere = () =>
      document.querySelector('h1') !== null &&
      ![...document.querySelectorAll('[role=status]')].some((status) =>
        /^(Chargement…|Loading…)$/.test(status.textContent),
      )
    for (let address = '', since = performance.now(); performance.now() - since < rest;) {
      if (!isHere() || address !== location.href) since = performance.now()
      address = location.href
      await new Promise((done) => setTimeout(done, 20))
    }
  }, 150)
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page as it is, by the rules of WCAG 2.2 AA and good practice. */
export async function faultsOf(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (chosen) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(chosen),
    { resultTypes: ['violations'], selectors: false, iframes: false, ...options } satisfies RunOptions,
  )
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
  )
}

/**
 * Goes to an address as the application itself does, without loading it again. The title of another page takes the focus, and
 * that is what is waited for; another face of the same page comes at once.
 */
export async function move(page: Page, address: string): Promise<void> {
  const before = new URL(page.url()).pathname
  await page.evaluate((to) => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  if (address.split('?')[0] !== before) await page.locator('h1:focus').waitFor()
  await settled(page)
}

/** Fails with what axe finds. `isHere` is false where the waiting itself is looked at. */
export async function expectNoAxe(page: Page, { isHere = true } = {}): Promise<void> {
  if (isHere) await settled(page)
  expect(await faultsOf(page)).toEqual([])
}

/** By how many pixels a page, or a window open over it, is wider than the screen. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('[role=dialog]')]
    const ends = dialogs.map((dialog) => dialog.getBoundingClientRect().left + dialog.scrollWidth)
    return Math.max(document.documentElement.scrollWidth, ...ends) - window.innerWidth
  })
}
