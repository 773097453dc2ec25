import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, request, type APIRequestContext, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectNoAxe, people, picture, program, sidewaysScroll } from './helpers'
import { startDemo } from './setup'

/**
 * A participant in a room without network: what was read can be read, what is written waits, also when the page or the browser is
 * killed, and arrives once. On a demonstration of its own, whose forum is taken further than the others need it.
 */

const text = 'Les deux équipes gardent le même carnet de bord.'
const edited = 'Les deux équipes gardent le même carnet, et le relisent chaque mois.'

let demo: Awaited<ReturnType<typeof startDemo>>
let claire: APIRequestContext
let ines: APIRequestContext
let folder: string
let phone: BrowserContext
let page: Page
let known: {
  gathering: string
  forum: string
  /** Visited, and open: where one checks in and writes. */
  running: { id: string; title: string }
  /** Visited, and placed: what is starred. */
  placed: { id: string; title: string; starCount: number }
  /** Never visited. */
  unseen: string
}
let isBroken = false

async function account(api: APIRequestContext, email: string): Promise<{ email: string; password: string }> {
  const accounts = (await (await api.get('/auth/demo-accounts')).json()) as {
    email: string
    password: string
  }[]
  return accounts.find((candidate) => candidate.email === email)!
}

async function signIn(api: APIRequestContext, email: string): Promise<void> {
  const { password } = await account(api, email)
  const data = { email, password, remember: true }
  const answer = await api.post('/auth/sign-in', { headers: { Origin: demo.url }, data })
  expect(answer.status()).toBe(204)
}

/** Someone who speaks to the server without the application: what is true there, whatever a page says. */
async function enterApi(email: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: demo.url })
  await signIn(api, email)
  return api
}

async function ask<Data>(api: APIRequestContext, query: string, variables: object = {}): Promise<Data> {
  const answer = await api.post('/graphql', { headers: { Origin: demo.url }, data: { query, variables } })
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

async function act(api: APIRequestContext, mutation: string, kind: string, input: object): Promise<void> {
  await ask(api, `mutation Act($input: ${kind}!) { ${mutation}(input: $input) { __typename } }`, {
    input: { clientMutationId: crypto.randomUUID(), ...input },
  })
}

async function moveForum(to: string): Promise<void> {
  const { forum } = await ask<{ forum: { version: number } }>(
    claire,
    'query Version($id: ID!) { forum(id: $id) { version } }',
    { id: known.forum },
  )
  await act(claire, 'moveForum', 'MoveForumInput', { forumId: known.forum, version: forum.version, to })
}

interface Truth {
  starCount: number
  viewerStarred: boolean
  viewerDots: number
  occurrence: { viewerCheckedIn: boolean } | null
  harvest: { said: string; version: number } | null
}
const truth = async (id: string): Promise<Truth> =>
  (
    await ask<{ topic: Truth }>(
      ines,
      `query Truth($id: ID!) {
        topic(id: $id) { starCount viewerStarred viewerDots occurrence { viewerCheckedIn } harvest { said version } }
      }`,
      { id },
    )
  ).topic

/** Mutations that reached the server, by name, since this was last asked. */
let sent: string[] = []

/** The phone: its browser keeps what it has when it is closed, as a person's does. */
async function switchOn(isOffline = false): Promise<void> {
  phone = await chromium.launchPersistentContext(folder, {
    ...program(),
    baseURL: demo.url,
    viewport: { width: 390, height: 844 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  })
  phone.setDefaultTimeout(20_000)
  await phone.setOffline(isOffline)
  page = phone.pages()[0] ?? (await phone.newPage())
  page.on('response', (response) => {
    const mutation = /mutation (\w+)\(/.exec(response.request().postData() ?? '')?.[1]
    if (mutation !== undefined && mutation !== 'MarkVisit') sent.push(mutation)
  })
}

const seen = (words: string | RegExp) => page.getByText(words).first().waitFor()
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const star = () => page.getByRole('button', { name: `Mettre une étoile à « ${known.placed.title}` })
const title = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor()

/** What the device holds, by kind. */
const held = () =>
  page.evaluate(
    () =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open('maillage')
        opening.addEventListener('error', () => reject(opening.error!))
        opening.addEventListener('success', () => {
          const db = opening.result
          const found: Record<string, unknown[]> = {}
          const names = [...db.objectStoreNames]
          const transaction = db.transaction(names)
          for (const name of names) {
            const all = transaction.objectStore(name).getAll()
            all.addEventListener('success', () => (found[name] = all.result as unknown[]))
          }
          transaction.addEventListener('complete', () => {
            db.close()
            resolve(found)
          })
        })
      }),
  )

/** Waits until the device has kept an answer of which this is true. */
const remembered = (words: RegExp) =>
  expect
    .poll(async () => ((await held()).answers ?? []).some((answer) => words.test(JSON.stringify(answer))), {
      timeout: 20_000,
    })
    .toBe(true)

/** Waits until so many dots wait on the device, and nothing else: the page shows them sooner. */
const dotsHeld = (count: number) =>
  expect
    .poll(async () => ((await held()).outbox as { wish?: number }[]).map(({ wish }) => wish), {
      timeout: 20_000,
    })
    .toEqual([count])

beforeAll(async () => {
  demo = await startDemo()
  folder = mkdtempSync(join(tmpdir(), 'maillage-phone-'))
  claire = await enterApi(people.coordinator)
  ines = await enterApi(people.officer)
  const { gatherings } = await ask<{
    gatherings: {
      nodes: {
        id: string
        forum: {
          id: string
          topics: {
            id: string
            title: string
            state: string
            starCount: number
            viewerStarred: boolean
            occurrences: unknown[]
          }[]
        }
      }[]
    }
  }>(
    ines,
    'query { gatherings(filter: { states: [LIVE] }, first: 1) { nodes { id forum { id topics { id title state starCount viewerStarred occurrences { id } } } } } }',
  )
  const { id, forum } = gatherings.nodes[0]!
  const scheduled = forum.topics.filter(
    ({ state, occurrences }) => state === 'SCHEDULED' && occurrences.length === 1,
  )
  const placed = scheduled.find(({ viewerStarred }) => !viewerStarred)
  const running = scheduled.find((topic) => topic !== placed)
  const unseen = forum.topics.find((topic) => topic !== running && topic !== placed)!
  known = { gathering: id, forum: forum.id, running: running!, placed: placed!, unseen: unseen.id }
  await moveForum('SESSIONS')
  await act(claire, 'startTopic', 'StartTopicInput', { topicId: known.running.id })
  await switchOn()
})

afterAll(async () => {
  await phone?.close()
  await claire?.dispose()
  await ines?.dispose()
  await demo?.stop()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => {
  if (isBroken) expect.unreachable('a step before this one has failed')
  sent = []
})
afterEach(({ task: { result } }) => {
  isBroken ||= result?.state === 'fail'
})

describe('a participant who loses the network', () => {
  it('can install the application, which is kept whole on the device', async () => {
    const manifest = (await (await claire.get('/manifest.webmanifest')).json()) as {
      start_url: string
      icons: { src: string; purpose?: string }[]
    }
    expect(manifest.start_url).toBe('/accueil')
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
    for (const { src } of manifest.icons)
      expect((await claire.get(src)).headers()['content-type']).toMatch(/^image\//)
    await signIn(page.request, people.officer)
    await page.goto('/accueil')
    await title('Bonjour Inès')
    await page.evaluate(() => navigator.serviceWorker.ready)
    // Everything that a page may need later, whether or not one has been there.
    await page.waitForFunction(async () => {
      const names = await caches.keys()
      return names.length === 1 && (await (await caches.open(names[0]!)).keys()).length > 150
    })
    const kept = await page.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
      return found
    })
    expect(kept.filter((path) => /^\/(graphql|auth)/.test(path))).toEqual([])
  })

  it('reads again what was read, after a reload, and is told from when it is', async () => {
    for (const [address, question] of [
      [`/rencontres/${known.gathering}`, 'GatheringPage'],
      [`/forums/${known.forum}`, 'ForumWall'],
      [`/sujets/${known.placed.id}`, `TopicPage.*${known.placed.id}`],
      [`/sujets/${known.running.id}`, `TopicPage.*${known.running.id}`],
    ] as const) {
      await page.goto(address)
      await page.locator('h1').first().waitFor()
      await remembered(new RegExp(question))
    }
    await phone.setOffline(true)
    await page.reload()
    await title(known.running.title)
    await seen('Vous êtes hors ligne')
    await seen(/Vu pour la dernière fois à \d\d:\d\d/)
    await picture(page, 'offline-topic')
    await expectNoAxe(page)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    await page.goto(`/rencontres/${known.gathering}`)
    await title('Rencontre nationale de Tours')
    await page.getByRole('heading', { name: 'Programme' }).first().waitFor()
    await page.goto(`/forums/${known.forum}?vue=programme`)
    await title('Forum ouvert de Tours')
    await page.goto('/accueil')
    await title('Bonjour Inès')
    await seen('À faire')
    await page.goto(`/sujets/${known.unseen}`)
    await seen('Pas encore sur cet appareil')
    await picture(page, 'offline-never-read')
  })

  it('stars, checks in and writes a harvest: all of it waits, and is still there after a reload', async () => {
    await page.goto(`/sujets/${known.placed.id}`)
    await title(known.placed.title)
    await star().click()
    await page.locator('[aria-pressed=true]').first().waitFor()
    await page.goto(`/sujets/${known.running.id}`)
    await title(known.running.title)
    await press(/^Dire que je suis à la séance/)
    await seen('Vous y êtes, à envoyer')
    // One may leave and come back in the meantime.
    await press(/^Dire que je quitte la séance/)
    await seen('Départ à envoyer')
    await picture(page, 'offline-left')
    await press(/^Dire que je suis à la séance/)
    await seen('Vous y êtes, à envoyer')
    await page.getByLabel('Ce qui s’est dit').fill(text)
    await press('Enregistrer')
    await seen(/la récolte partira dès son retour/)
    await page.reload()
    await seen('Vous y êtes, à envoyer')
    await expect.poll(() => page.getByLabel('Ce qui s’est dit').inputValue()).toBe(text)
    await press('4 envois en attente')
    const dialog = page.getByRole('dialog')
    for (const label of [
      `Étoile pour « ${known.placed.title} »`,
      `Départ de « ${known.running.title} »`,
      `Présence à « ${known.running.title} »`,
    ])
      await dialog.getByText(label).waitFor()
    await picture(page, 'offline-waiting')
    await expectNoAxe(page)
    expect(sent).toEqual([])
  })

  it('closes the browser with all that, and finds it again', async () => {
    // The page first, without warning, as a device short of memory does.
    const killer = await phone.newCDPSession(page)
    const gone = page.waitForEvent('crash')
    killer.send('Page.crash').catch(() => undefined)
    await gone
    await phone.close()
    await switchOn(true)
    await page.goto(`/sujets/${known.placed.id}`)
    await title(known.placed.title)
    expect(await star().getAttribute('aria-pressed')).toBe('true')
    await page.goto(`/sujets/${known.running.id}`)
    await expect.poll(() => page.getByLabel('Ce qui s’est dit').inputValue()).toBe(text)
  })

  it('has it all arrive when the network is back, each once', async () => {
    await phone.setOffline(false)
    await page.getByText('Vous êtes hors ligne').waitFor({ state: 'detached' })
    await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(4)
    expect(sent).toEqual(['StarTopic', 'CheckOut', 'CheckIn', 'WriteHarvest'])
    const [placed, running] = [await truth(known.placed.id), await truth(known.running.id)]
    expect(placed).toMatchObject({ viewerStarred: true, starCount: known.placed.starCount + 1 })
    expect(running.occurrence?.viewerCheckedIn).toBe(true)
    expect(running.harvest).toMatchObject({ said: text, version: 1 })
    await seen('Vous y êtes')
    await page.reload()
    await title(known.running.title)
    expect(await page.getByLabel('Ce qui s’est dit').inputValue()).toBe(text)
    expect(await page.getByText(/en attente/).count()).toBe(0)
  })

  it('puts dots, of which the last count arrives; those put after the vote was closed come back', async () => {
    await act(claire, 'holdTopic', 'HoldTopicInput', { topicId: known.running.id })
    await moveForum('CONVERGENCE')
    await page.reload()
    const add = page.getByRole('button', { name: `Ajouter une gommette à « ${known.running.title} »` })
    await add.waitFor()
    await remembered(/TopicPage.*"phase":"CONVERGENCE"/)
    await phone.setOffline(true)
    await seen('Vous êtes hors ligne')
    for (const count of [1, 2]) {
      await add.click()
      await page.getByRole('img', { name: new RegExp(`^${count} gommette`) }).waitFor()
    }
    await dotsHeld(2)
    await phone.setOffline(false)
    await expect.poll(async () => (await truth(known.running.id)).viewerDots, { timeout: 20_000 }).toBe(2)
    await expect.poll(() => sent).toEqual(['CastDots'])
    await page.getByText('Vous êtes hors ligne').waitFor({ state: 'detached' })

    await phone.setOffline(true)
    await seen('Vous êtes hors ligne')
    await add.click()
    await page.getByRole('img', { name: /^3 gommettes/ }).waitFor()
    // One that is sent while its author looks on is told there, and is in no list.
    await dotsHeld(3)
    await moveForum('HARVEST')
    await phone.setOffline(false)
    await seen('Un envoi n’a pas été accepté')
    await page.reload()
    await seen('Un envoi n’a pas été accepté')
    await press('Voir')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`3 gommettes sur « ${known.running.title} »`).waitFor()
    await picture(page, 'offline-came-back')
    await expectNoAxe(page)
    await dialog.getByRole('button', { name: /^C’est vu/ }).click()
    await page.getByText('Un envoi n’a pas été accepté').waitFor({ state: 'detached' })
    // What had the focus is gone: it goes on from the dialog's own button.
    await dialog.locator(':focus').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect((await truth(known.running.id)).viewerDots).toBe(2)
  })

  it('is warned before signing out of what would be lost; then every tab leaves, and the device holds nothing', async () => {
    const other = await phone.newPage()
    await other.goto(`/forums/${known.forum}`)
    await other.locator('h1').first().waitFor()
    await phone.setOffline(true)
    await page.getByLabel('Ce qui s’est dit').fill(edited)
    await press('Enregistrer')
    await seen(/la récolte partira dès son retour/)
    await press(/^Mon compte/)
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
    await dialog.getByText(/Un envoi n’est pas arrivé et serait perdu/).waitFor()
    await picture(page, 'offline-leave')
    await dialog.getByRole('button', { name: 'Se déconnecter quand même' }).click()
    await page.waitForURL('**/connexion')
    await other.waitForURL('**/connexion')
    expect(Object.values(await held()).flat()).toEqual([])
    await page.goBack().catch(() => undefined)
    await page.waitForURL('**/connexion**')
    await page.goto(`/sujets/${known.running.id}`)
    await page.waitForURL('**/connexion**')
    expect(await page.getByText(text).count()).toBe(0)

    // The server is told as soon as it can be.
    await phone.setOffline(false)
    await page.goto('/accueil')
    await page.waitForURL('**/connexion**')
    expect((await page.request.post('/auth/refresh', { headers: { Origin: demo.url } })).status()).toBe(401)
    expect((await truth(known.running.id)).harvest?.said).toBe(text)
    await other.close()
  })

  it('leaves nothing to whoever signs in next', async () => {
    await signIn(page.request, people.assistant)
    await page.goto('/accueil')
    await title('Bonjour Odile')
    await remembered(/Odile/)
    await phone.setOffline(true)
    await page.goto(`/sujets/${known.running.id}`)
    await seen('Pas encore sur cet appareil')
    const { device, answers, drafts, outbox, refused } = await held()
    const kept = [answers, drafts, outbox, refused].flat() as { viewerId: string }[]
    expect([...new Set(kept.map(({ viewerId }) => viewerId))]).toEqual(device)
  })
})
