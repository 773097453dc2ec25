import { describe, expect, it } from 'vitest'
import { base, expectNoAxe, go, open } from './helpers'

describe('signing in', () => {
  it('asks for it on the way to a page, and comes back there', async () => {
    const page = await open()
    await page.goto('/centres?q=nantes')
    await page.waitForURL(/\/connexion\?retour=/)
    await page
      .getByRole('button', { name: /^[^·]+·/ })
      .first()
      .click()
    await page.waitForURL(`${base()}/centres?q=nantes`)
  })

  it('works with the keyboard alone and says what is wrong', async () => {
    const page = await open()
    await go(page, '/connexion')
    await page.getByLabel(/Adresse électronique/).press('Enter')
    const summary = page.getByRole('alert')
    await summary.waitFor()
    await page.locator('[role=alert]:focus').waitFor()
    await expectNoAxe(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('personne@exemple.fr')
    await page.keyboard.press('Tab')
    await page.keyboard.type('pas le bon')
    await page.keyboard.press('Enter')
    await summary.waitFor()
    expect(new URL(page.url()).pathname).toBe('/connexion')
  })

  it('leaves nothing behind when one signs out', async () => {
    const page = await open()
    await go(page, '/connexion')
    await page
      .getByRole('button', { name: /^[^·]+·/ })
      .first()
      .click()
    await page.waitForURL(/\/accueil$/)
    await page.getByRole('button', { name: /^Mon compte/ }).click()
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    await page.waitForURL(/\/connexion/)
    await page.goto('/groupes')
    await page.waitForURL(/\/connexion\?retour=/)
  })
})
