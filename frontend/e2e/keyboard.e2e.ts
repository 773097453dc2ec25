import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectNoTrouble, go, open } from './helpers'

/** The acts of the path by whoever has no mouse: nothing here points at anything. */

const title = 'Marcher dans le quartier avec ses habitants'
let page: Page

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))

/** Presses Tab until the focus is there, as one who looks for it does. */
async function tabTo(target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let presses = 0; presses < 200; presses += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  expect.unreachable(`the focus never came to ${String(target)}`)
}

/** The same, and presses it. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await page.keyboard.press(key)
}

/** Fails when nothing has the focus: whoever has no mouse would begin at the top again. */
async function expectFocus(): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== document.body)
}

async function signIn(name: string): Promise<void> {
  await go(page, '/connexion')
  await press(page.getByRole('button', { name }))
  // The application begins anew for whoever comes in, at its top.
  await page.waitForURL(/accueil$/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Goes to something by its name, from anywhere. */
async function find(term: string, found: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('input[type=search]:focus').waitFor()
  await page.keyboard.type(term)
  // Answers that come while one goes down the list would move what one is on.
  await page.getByRole('dialog').getByRole('status').filter({ hasText: /./ }).waitFor()
  await page.getByRole('menuitem', { name: found }).first().waitFor()
  while (
    !(await page
      .getByRole('menuitem', { name: found })
      .first()
      .evaluate((item) => item.hasAttribute('data-focused')))
  )
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

describe('without a mouse', () => {
  beforeAll(async () => {
    page = await open()
  })

  it('one signs in', async () => {
    await signIn('Inès Carpentier')
    await page.getByRole('heading', { level: 1, name: 'Bonjour Inès' }).waitFor()
  })

  it('one proposes a topic, from wherever one is', async () => {
    await find('proposer un sujet', 'Proposer un sujet')
    const dialog = page.getByRole('dialog', { name: 'Proposer un sujet' })
    await tabTo(dialog.getByLabel('Le sujet, en une phrase'))
    await page.keyboard.type(title)
    await tabTo(dialog.getByLabel('Ce que vous en espérez'))
    await page.keyboard.type('Projet')
    await press(dialog.getByRole('checkbox', { name: 'Participation des habitants' }), 'Space')
    await press(dialog.getByRole('button', { name: 'Épingler le sujet' }))
    await page.getByText(`Sujet épinglé : ${title}`).waitFor()
    await expectFocus()
  })

  it('one stars it', async () => {
    const star = page.getByRole('button', { name: `Mettre une étoile à « ${title} » (0)` })
    await press(star, 'Space')
    const starred = page.getByRole('button', { name: `Mettre une étoile à « ${title} » (1)`, pressed: true })
    await starred.waitFor()
    expect(await isFocused(starred)).toBe(true)
  })

  it('one places it, from cell to cell by the arrows', async () => {
    await press(page.getByRole('button', { name: `Placer « ${title} »` }))
    const dialog = page.getByRole('dialog', { name: `Placer « ${title} »` })
    await dialog.locator('button[data-column]:focus').waitFor()
    const first = await dialog.locator('button:focus').innerText()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await dialog.locator('button:focus').innerText()).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.getByText(`« ${title} » est placé`).waitFor()
    await page.getByRole('table').getByText(title).waitFor()
    await expectFocus()
  })

  it('one posts an update in a group', async () => {
    await find('pouvoir d', 'Pouvoir d’agir')
    await page.locator('h1:focus').waitFor()
    await tabTo(page.getByLabel('Où en est le groupe ?'))
    await page.keyboard.type('La grille est relue par trois équipes.')
    await tabTo(
      page.getByRole('radio', { name: 'En bonne voie' }).or(page.getByRole('radio', { checked: true })),
    )
    await press(page.getByRole('button', { name: 'Publier' }))
    await page.getByRole('list', { name: 'Fil du groupe' }).getByText('La grille est relue').waitFor()
    await expectFocus()
  })

  it('a director signs', async () => {
    await press(page.getByRole('button', { name: /^Mon compte/ }))
    while (!(await isFocused(page.getByRole('menuitem', { name: 'Se déconnecter' }))))
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/connexion/)
    await signIn('Farida Benhaddou')
    await press(page.getByRole('link', { name: 'Lire et signer' }).first())
    const sheet = page.getByRole('dialog', { name: /^Signer pour ORIV/ })
    await press(sheet.getByRole('button', { name: /^Signer la version/ }))
    await page.getByText('L’engagement de ORIV est signé').waitFor()
    await sheet.waitFor({ state: 'detached' })
    await expectFocus()
  })

  it('nothing went wrong', () => expectNoTrouble(page))
})
