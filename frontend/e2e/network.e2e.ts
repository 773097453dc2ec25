import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, expectNoTrouble, go, open, sidewaysScroll, signInAs } from './helpers'

const coordinator = 'claire@demo.maillage.example'
const director = 'farida@demo.maillage.example'
const officer = 'ines@demo.maillage.example'
const publisher = 'lea@demo.maillage.example'
const administrator = 'admin@demo.maillage.example'
const guest = 'invitee@demo.maillage.example'

/** Goes to a page one only gets to through a list. */
async function follow(page: Page, list: string, name: string): Promise<void> {
  await go(page, list)
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.locator('h1', { hasText: name }).waitFor()
}

/** Waits until the open dialog can be pressed: on a touch screen it is held back while the keyboard comes. */
async function shown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const dialog = document.querySelector('[role=dialog]')
    const box = dialog?.getBoundingClientRect()
    if (!dialog || !box) return false
    return dialog.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
  })
}

describe('centres, people and the profile', () => {
  it.each([
    { width: 1280, theme: 'light', language: 'en' },
    { width: 390, theme: 'dark', language: 'fr' },
  ] as const)('are found with nothing for axe to find ($width px, $theme, $language)', async (reader) => {
    const page = await open(reader)
    await signInAs(page, administrator, '/annuaire?anciens=true')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('searchbox').fill('quartiers')
    await page.getByText(/^\d+ (réponses|answers)$/).waitFor()
    await shown(page)
    await expectNoAxe(page)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
    expectNoTrouble(page)
  })

  it('hold at 320 pixels with the map in sight', async () => {
    const page = await open({ width: 390 })
    await page.setViewportSize({ width: 320, height: 640 })
    await signInAs(page, officer, '/centres')
    await page.getByRole('button', { name: 'Afficher la carte' }).click()
    await page.getByRole('button', { name: 'Bretagne' }).waitFor()
    await expectNoAxe(page)
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  })

  it('narrow the centres to a region by keyboard alone, and come back', async () => {
    const page = await open()
    await signInAs(page, officer, '/centres')
    const list = page.getByRole('list', { name: 'Liste des centres' }).getByRole('heading')
    await page.getByRole('button', { name: 'Bretagne' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 résultat').waitFor()
    expect(await list.allInnerTexts()).toEqual(['Résovilles'])
    await page.getByRole('link', { name: 'Résovilles', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.locator('h1:focus', { hasText: 'Résovilles' }).waitFor()
    await page.goBack()
    await page.getByText('1 résultat').waitFor()
  })

  it('tell a director what waits for their signature', async () => {
    const page = await open()
    await signInAs(page, director, '/centres')
    await follow(page, '/centres', 'ORIV')
    await page.getByText(/attend(ent)? votre signature/).waitFor()
    const seen = await open()
    await signInAs(seen, coordinator, '/centres')
    await follow(seen, '/centres', 'ORIV')
    await seen.getByText(/attend(ent)? la signature de ce centre/).waitFor()
  })

  it('show a guest where a centre is, and no directory', async () => {
    const page = await open({ width: 390 })
    await signInAs(page, guest, '/annuaire')
    await page.getByText('L’annuaire est réservé aux équipes du réseau').waitFor()
    await expectNoAxe(page)
    await follow(page, '/centres', 'ORIV')
    await page.getByRole('heading', { name: 'Sur la carte' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Équipe' }).count()).toBe(0)
  })

  it('lose neither of two texts written at once', async () => {
    const [here, there] = [await open(), await open({ width: 390 })]
    for (const page of [here, there]) await signInAs(page, publisher, '/profil')
    await here.getByLabel('En quelques mots').fill('Écrit ici.')
    await there.getByLabel('En quelques mots').fill('Écrit là.')
    await there.getByRole('button', { name: 'Enregistrer' }).click()
    await there.getByText('Votre profil est enregistré.').waitFor()
    await here.getByRole('button', { name: 'Enregistrer' }).click()
    const dialog = here.getByRole('dialog')
    await dialog.getByText('En quelques mots : Écrit là.').waitFor()
    await dialog.getByRole('button', { name: 'Reprendre ma version' }).click()
    await here.getByRole('button', { name: 'Enregistrer' }).click()
    await here.getByText('Votre profil est enregistré.').waitFor()
    await there.reload()
    await there.getByText('Écrit ici.').waitFor()
  })

  it('give a program a token that works until it is revoked', async () => {
    const page = await open()
    await signInAs(page, publisher, '/profil?onglet=jetons')
    await page.getByLabel(/À quoi servira-t-il/).fill('Agenda')
    await page.getByRole('button', { name: 'Créer le jeton' }).click()
    const secret = await page.getByRole('dialog').getByLabel('Jeton', { exact: true }).innerText()
    const ask = async () => {
      const answer = await fetch(new URL('/graphql', page.url()), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret.trim()}` },
        body: JSON.stringify({ query: '{ viewer { staffMember { name } } }' }),
      })
      return answer.text()
    }
    expect(await ask()).toContain('Léa Schmitt')
    await page.getByRole('button', { name: 'J’ai copié le jeton' }).click()
    await page.getByRole('button', { name: 'Révoquer Agenda' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click()
    await page.getByText(/Le jeton .* est révoqué/).waitFor()
    expect(await ask()).not.toContain('Léa Schmitt')
  })

  it('end a session on another device at once', async () => {
    const [here, there] = [await open(), await open()]
    await signInAs(there, publisher, '/centres')
    await signInAs(here, publisher, '/profil?onglet=securite')
    await here
      .getByRole('button', { name: /^Fermer la session/ })
      .first()
      .click()
    await here.getByText('La session est fermée.').waitFor()
    await there.goto('/annuaire')
    await there.waitForURL(/\/connexion/)
  })
})
