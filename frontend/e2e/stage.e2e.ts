import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { expectNoAxe, expectNoTrouble, open, people, picture, sidewaysScroll, signInAs } from './helpers'

/** A question from a phone without network to the screen of the room, and from there to the person who promised the answer. */

const asked = 'Qui relira nos conventions quand les signataires auront changé ?'
const answer = 'La coordination les relira avec chaque centre, avant l’été.'

let ines: Page
let odile: Page
let guest: Page
let claire: Page
let room: Page
let isBroken = false

const card = (page: Page): Locator => page.getByRole('listitem').filter({ hasText: asked })
const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click()
const seen = (locator: Locator): Promise<void> => locator.first().waitFor()
const list = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click()

/** Somebody who comes to today's stage as one does: from the gathering that is going on. */
async function enter(email: string, width: 390 | 1280, losesNetwork = false): Promise<Page> {
  const page = await open({ width, losesNetwork })
  await signInAs(page, email)
  await page.getByRole('link', { name: 'Poser une question' }).click()
  await page.getByRole('heading', { level: 1, name: 'Questions à la coordination nationale' }).waitFor()
  return page
}

describe('a question asked from the room', () => {
  beforeAll(async () => {
    ines = await enter(people.officer, 390, true)
    odile = await enter(people.assistant, 390)
    guest = await enter(people.guest, 390)
    claire = await enter(people.coordinator, 1280)
    room = await open()
    await signInAs(room, people.coordinator, `${new URL(claire.url()).pathname}/ecran`)
  })
  beforeEach(() => {
    if (isBroken) expect.unreachable('a step before this one has failed')
  })
  afterEach(({ task: { result } }) => {
    isBroken ||= result?.state === 'fail'
  })

  it('is asked without network and without a name, and leaves once, when the network is back', async () => {
    await ines.context().setOffline(true)
    await ines.getByLabel('Votre question').fill(asked)
    await ines.getByText('Sans mon nom').click()
    await press(ines, 'Envoyer')
    await seen(ines.getByText('Pas de réseau'))
    await picture(ines, 'stage-offline')
    await ines.context().setOffline(false)
    await list(ines, /^Mes questions/)
    await seen(card(ines).getByText('À relire'))
    await seen(card(ines).getByText('Sans nom'))
    await seen(card(ines).getByText('Ma question'))
    expect(await card(ines).count()).toBe(1)
    await expectNoAxe(ines)
  })

  it('is read by the centre that hosts, who does not learn who asked, and published', async () => {
    await list(odile, /^À relire/)
    await seen(card(odile).getByText('Sans nom'))
    expect(await odile.getByText('Inès Carpentier').count()).toBe(0)
    expect(await guest.getByText(asked).count()).toBe(0)
    await press(card(odile), /^Publier/)
    await card(odile).first().waitFor({ state: 'detached' })
  })

  it('is wanted by a guest too, without the page being read again', async () => {
    await seen(card(guest))
    await press(card(guest), /^J’attends aussi la réponse/)
    await seen(card(guest).getByRole('button', { name: /^J’attends aussi/, pressed: true }))
    await seen(card(claire).getByRole('button', { name: /Une personne/ }))
    expect(await sidewaysScroll(guest)).toBe(0)
  })

  it('is put on stage, and the room reads it', async () => {
    await press(card(claire), /^Mettre en scène/)
    await room.getByRole('heading', { level: 1, name: asked }).waitFor()
    await seen(room.getByText('Sans nom'))
    await expectNoAxe(room)
    await picture(room, 'stage-screen')
  })

  it('is promised an answer, which waits among the tasks of who promised', async () => {
    await press(claire, 'Réponse promise…')
    const dialog = claire.getByRole('dialog', { name: 'Une réponse est promise' })
    await dialog.getByRole('combobox').fill('Inès Carp')
    await claire.getByRole('option', { name: /Inès Carpentier/ }).click()
    await dialog
      .getByLabel('Avant le')
      .fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10))
    await press(dialog, 'Noter la promesse')
    await seen(claire.getByText('La promesse est notée.'))
    await room.getByRole('heading', { level: 1, name: 'La prochaine question arrive' }).waitFor()
    await ines
      .getByRole('navigation', { name: 'Navigation principale' })
      .last()
      .getByRole('link', { name: 'Accueil' })
      .click()
    const task = ines
      .getByRole('list', { name: 'À faire' })
      .getByRole('listitem')
      .filter({ hasText: 'relira nos conventions' })
    await task.getByRole('link', { name: 'Répondre' }).click()
    const answering = ines.getByRole('dialog', { name: 'Noter la réponse' })
    await answering.getByLabel('Ce qui a été répondu').fill(answer)
    await press(answering, 'Enregistrer la réponse')
    await seen(ines.getByText('Répondue'))
    await seen(ines.getByText(answer))
    await picture(ines, 'stage-answered')
  })

  it('is read with its answer by everyone, and nothing went wrong', async () => {
    await list(guest, /^Réponses/)
    await seen(guest.getByText(answer))
    for (const page of [ines, odile, guest, claire, room]) expectNoTrouble(page, /ERR_INTERNET_DISCONNECTED/)
  })
})
