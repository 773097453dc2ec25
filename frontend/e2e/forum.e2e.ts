import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectNoTrouble, open, people, signInAs } from './helpers'

/**
 * The board, whole: whoever facilitates gives the floor and has a timetable proposed; a convener on a phone sees both happen
 * without loading the page again.
 */

let claire: Page
let malik: Page

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** What a page asks of the server beside what it shows. */
function ask<Answer>(page: Page, query: string): Promise<Answer> {
  return page.evaluate(async (text) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: text }),
    })
    return (await answer.json()).data
  }, query)
}

/** The topics that stand on the board. */
async function standing(page: Page): Promise<string[]> {
  const forumId = new URL(page.url()).pathname.split('/').at(-1)
  const { forum } = await ask<{ forum: { topics: { id: string; sessions: unknown[] }[] } }>(
    page,
    `{ forum(id: "${forumId}") { topics { id sessions { id } } } }`,
  )
  return forum.topics.filter(({ sessions }) => sessions.length > 0).map(({ id }) => id)
}

beforeAll(async () => {
  ;[claire, malik] = await Promise.all([open(), open({ width: 390 })])
  await Promise.all([
    signInAs(claire, people.coordinator, '/forum'),
    signInAs(malik, people.convener, '/forum'),
  ])
})

describe('the board of an open forum', () => {
  it('gives the floor to the next, and everyone sees who speaks', async () => {
    const floor = claire.getByRole('region', { name: 'À la parole' })
    const title = await floor.getByRole('heading').textContent()
    await malik.getByRole('region', { name: 'À la parole' }).getByRole('heading', { name: title! }).waitFor()
    await press(claire, 'Présenté, au suivant')
    await floor.getByRole('heading', { name: title! }).waitFor({ state: 'detached' })
    const next = await floor.getByRole('heading').textContent()
    expect(next).not.toBe(title)
    await malik.getByRole('region', { name: 'À la parole' }).getByRole('heading', { name: next! }).waitFor()
  })

  it('proposes a timetable, explains it, and writes it once it is confirmed', async () => {
    const before = await standing(claire)
    await press(claire, 'Proposer une grille')
    const dialog = claire.getByRole('dialog', { name: 'Une grille proposée' })
    const fresh = dialog.getByRole('listitem').filter({ has: claire.getByText('Nouveau', { exact: true }) })
    await fresh.first().waitFor()
    const placed = await fresh.count()
    expect(placed).toBeGreaterThan(3)
    await dialog
      .getByText(/personnes? intéressées?/)
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: 'Appliquer la grille' }).click()
    await claire.getByText(new RegExp(`^${placed}\\s(sujets sont placés|sujet est placé)`)).waitFor()
    await dialog.waitFor({ state: 'detached' })
    const added = (await standing(claire)).filter((id) => !before.includes(id))
    expect(added).toHaveLength(placed)
    // The board is given back as it was: other journeys come after.
    for (const topicId of added)
      await ask(
        claire,
        `mutation { unplaceTopic(input: { clientMutationId: "${crypto.randomUUID()}", topicId: "${topicId}" }) { topic { id } } }`,
      )
    expect(await standing(claire)).toEqual(before)
  })

  it('adds a slot in the settings, and takes it away again', async () => {
    await press(claire, 'Réglages du forum')
    const dialog = claire.getByRole('dialog', { name: 'Réglages du forum' })
    await dialog.getByRole('button', { name: 'Ajouter un créneau' }).click()
    const slot = dialog.getByRole('form', { name: 'Ajouter un créneau' })
    await slot.getByRole('textbox', { name: /Nom du créneau/ }).fill('Dernier temps')
    await slot.getByLabel(/^De/).fill('23:10')
    await slot.getByLabel(/^À/).fill('23:50')
    await slot.getByRole('button', { name: 'Enregistrer le créneau' }).click()
    await dialog.getByText('Dernier temps').waitFor()
    await dialog.getByRole('button', { name: /Retirer « Dernier temps »/ }).click()
    await dialog.getByText('Dernier temps').waitFor({ state: 'detached' })
    await claire.keyboard.press('Escape')
  })

  it('has told no trouble on the way', () => {
    expectNoTrouble(claire)
    expectNoTrouble(malik)
  })
})
