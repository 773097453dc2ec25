import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, open, signInAs } from './helpers'

/** An address that exists in no version of the product: the house is shown around its answer. */
const nowhere = '/nulle-part'

async function anyone(page: Page): Promise<string> {
  const accounts = (await (await page.request.get('/auth/demo-accounts')).json()) as { email: string }[]
  return accounts[0]!.email
}

describe('the house around the pages', () => {
  it('begins with a way past the navigation, and gives the focus to the title of the page one goes to', async () => {
    const page = await open()
    await signInAs(page, await anyone(page), nowhere)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.getByRole('link', { name: 'Retour à l’accueil' }).click()
    await page.locator('h1:focus').waitFor()
    expect(await page.title()).toMatch(/Maillage$/)
  })

  it('finds everything from one field, by keyboard', async () => {
    const page = await open()
    await signInAs(page, await anyone(page), nowhere)
    await page.keyboard.press('Control+k')
    const field = page.getByRole('searchbox')
    await field.fill('éducatives')
    const hit = page.getByRole('menuitem').first()
    await page.getByText(/^(Une réponse|\d+ réponses)$/).waitFor()
    const title = await hit.innerText()
    expect(title.toLowerCase()).toContain('éducati')
    await expectNoAxe(page)
    await field.press('Enter')
    await page.waitForURL((url) => url.pathname !== nowhere)
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('speaks and looks as one chose, from the first moment of the next visit', async () => {
    const page = await open({ language: 'fr', theme: 'light' })
    await signInAs(page, await anyone(page), nowhere)
    const account = page.getByRole('button', { name: /^(Mon compte|My account)/ })
    await account.click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
    await account.click()
    await page.getByRole('menuitem', { name: /dark$/ }).click()
    const look = () =>
      page.evaluate(() => [
        document.documentElement.dataset.theme,
        getComputedStyle(document.body).backgroundColor,
      ])
    const [theme, colour] = await look()
    expect(theme).toBe('dark')
    await page.goto(nowhere, { waitUntil: 'commit' })
    await page.locator('body').waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.readyState !== 'loading')
    expect(await look()).toEqual([theme, colour])
  })

  it('says when the network is away', async () => {
    const page = await open({ losesNetwork: true })
    await signInAs(page, await anyone(page), nowhere)
    await page.context().setOffline(true)
    await page.getByText('Vous êtes hors ligne').waitFor()
    await expectNoAxe(page)
    await page.context().setOffline(false)
    await page.getByText('Vous êtes hors ligne').waitFor({ state: 'detached' })
  })
})
