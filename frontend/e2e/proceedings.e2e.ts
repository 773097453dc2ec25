import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, expectNoTrouble, go, open, people, picture, sidewaysScroll, signInAs } from './helpers'

/** The proceedings of a gathering, gone to from the list of gatherings. */
async function toProceedings(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('link', { name: 'Actes', exact: true }).click()
  await page.getByRole('navigation', { name: 'Sommaire' }).waitFor()
  return new URL(page.url()).pathname
}

/** The first bytes of what was taken away, which say what it is. */
async function beginning(download: Download): Promise<string> {
  return readFileSync(await download.path())
    .subarray(0, 80)
    .toString('latin1')
}

describe('the proceedings', () => {
  it('fill while the day goes on, and of two forewords written at once neither is lost', async () => {
    const officer = await open({ width: 390 })
    await signInAs(officer, people.officer, '/rencontres')
    const address = await toProceedings(officer, 'Rencontre nationale de Tours')
    await officer.getByText('L’avant-propos n’est pas encore écrit.').waitFor()
    await officer.getByText('L’avant-propos n’est pas écrit.').waitFor()
    expect(await officer.getByRole('button', { name: 'Écrire l’avant-propos' }).count()).toBe(0)
    expect(await officer.getByRole('switch').count()).toBe(0)
    expect(await sidewaysScroll(officer)).toBe(0)
    await expectNoAxe(officer)
    // By keyboard from the contents to a chapter.
    await officer.getByRole('link', { name: 'Ce qui manque', exact: true }).focus()
    await officer.keyboard.press('Enter')
    await officer.waitForFunction(() => location.hash === '#missing')

    const assistant = await open()
    await signInAs(assistant, people.assistant, address)
    const coordinator = await open()
    await signInAs(coordinator, people.coordinator, address)
    for (const [page, text] of [
      [assistant, 'Tours vous **accueille**.'],
      [coordinator, 'Dix-huit centres à Tours.'],
    ] as const) {
      await page.getByRole('button', { name: 'Écrire l’avant-propos' }).click()
      await page.getByRole('textbox', { name: /Avant-propos/ }).fill(text)
    }
    await coordinator.getByRole('button', { name: 'Enregistrer l’avant-propos' }).click()
    await coordinator.getByText('L’avant-propos est enregistré.').waitFor()
    await officer.getByText('Dix-huit centres à Tours.').waitFor()

    await assistant.getByRole('button', { name: 'Enregistrer l’avant-propos' }).click()
    const both = assistant.getByRole('dialog')
    await both.getByText('Dix-huit centres à Tours.').waitFor()
    await both.getByText('Tours vous **accueille**.').waitFor()
    await both.getByRole('button', { name: 'Reprendre ma version' }).click()
    await assistant.getByRole('button', { name: 'Enregistrer l’avant-propos' }).click()
    await assistant.getByText('L’avant-propos est enregistré.').waitFor()
    await officer.locator('strong', { hasText: 'accueille' }).waitFor()

    await assistant
      .getByRole('region', { name: /^Forum ouvert/ })
      .getByRole('button', { name: 'Tout rendre public' })
      .click()
    await assistant.getByText(/^(\d+) sur \1 dans la partie publique$/).waitFor()
    expectNoTrouble(officer)
    expectNoTrouble(assistant)
    expectNoTrouble(coordinator)
  })

  it('are final once the coordinator has read what is missing, and then anyone’s to read and to take away', async () => {
    const coordinator = await open()
    await signInAs(coordinator, people.coordinator, '/rencontres')
    const address = await toProceedings(coordinator, 'Rencontre nationale de Lyon')
    const forum = coordinator.getByRole('region', { name: /^Forum ouvert/ })
    await forum.getByRole('button', { name: 'Tout rendre public' }).click()
    await forum.getByText(/^(\d+) sur \1 dans la partie publique$/).waitFor()
    await coordinator.getByRole('button', { name: 'Rendre les actes définitifs' }).click()
    const dialog = coordinator.getByRole('dialog')
    await dialog.getByText(/Une chose manque encore|choses manquent encore/).waitFor()
    const confirm = dialog.getByRole('button', { name: 'Rendre les actes définitifs' })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByRole('switch').check()
    await expectNoAxe(coordinator)
    await picture(coordinator, 'proceedings-final')
    await confirm.click()
    await coordinator.getByText('Les actes sont définitifs.').waitFor()
    await coordinator.getByRole('link', { name: /\/actes\/2022-lyon$/ }).waitFor()
    expect(await coordinator.getByRole('switch').count()).toBe(0)
    expectNoTrouble(coordinator)

    const anyone = await open({ width: 390, theme: 'dark' })
    await go(anyone, '/rencontres')
    const card = anyone.getByRole('listitem').filter({ hasText: 'Rencontre nationale de Lyon' })
    await card.getByRole('link', { name: 'Lire les actes' }).click()
    await anyone.getByRole('navigation', { name: 'Sommaire' }).waitFor()
    expect(new URL(anyone.url()).pathname).toBe('/actes/2022-lyon')
    await anyone.getByText('Partie publique').first().waitFor()
    expect(await anyone.getByText('Qui continue').count()).toBe(0)
    expect(await sidewaysScroll(anyone)).toBe(0)
    await expectNoAxe(anyone)

    for (const [label, extension, shape] of [
      ['Télécharger en ODT', 'odt', /^PK.*mimetypeapplication\/vnd\.oasis\.opendocument\.text/s],
      ['Télécharger en PDF', 'pdf', /^%PDF-/],
    ] as const) {
      const coming = anyone.waitForEvent('download')
      await anyone.getByRole('link', { name: label }).click()
      const download = await coming
      expect(download.suggestedFilename()).toBe(`actes-2022-lyon.${extension}`)
      expect(await beginning(download)).toMatch(shape)
      const answer = await anyone.request.get(`/actes/2022-lyon/actes.${extension}`)
      expect(answer.headers()['content-disposition']).toContain('attachment')
      expect(answer.headers()['x-content-type-options']).toBe('nosniff')
      const again = await anyone.request.get(`/actes/2022-lyon/actes.${extension}`, {
        headers: { 'If-None-Match': answer.headers().etag! },
      })
      expect(again.status()).toBe(304)
    }
    // What is not for anyone is not there without an address of one’s own.
    expect((await anyone.request.get(`${address}/actes.odt`)).status()).toBe(401)
    expectNoTrouble(anyone)
  })

  it('are corrected in a new edition that says what it corrects, and the first stays where it is', async () => {
    const coordinator = await open({ width: 390 })
    await signInAs(coordinator, people.coordinator, '/rencontres')
    const address = await toProceedings(coordinator, 'Rencontre nationale de Lyon')
    await coordinator.getByRole('link', { name: 'Corriger les actes' }).click()
    await coordinator.getByRole('heading', { level: 1, name: 'Corriger les actes' }).waitFor()
    await coordinator.getByRole('searchbox', { name: 'Chercher dans les actes' }).fill('Lyon préparait')
    await coordinator.getByRole('button', { name: /^Corriger\s: Avant-propos/ }).click()
    await coordinator
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Texte corrigé' })
      .fill('Lyon accueillait le réseau.')
    await coordinator.getByRole('button', { name: 'Garder la correction' }).click()
    await coordinator.locator('ins', { hasText: 'accueillait' }).waitFor()
    await expectNoAxe(coordinator)
    expect(await sidewaysScroll(coordinator)).toBe(0)
    await coordinator
      .getByRole('textbox', { name: /Ce que cette édition corrige/ })
      .fill('L’avant-propos avait gardé un brouillon.')
    await picture(coordinator, 'proceedings-correction')

    // Whoever is reading meanwhile sees the new edition come.
    const officer = await open()
    await signInAs(officer, people.officer, address)
    await officer.getByText('Première édition').waitFor()
    await coordinator.getByRole('button', { name: 'Publier l’édition 2' }).click()
    await coordinator.getByText('L’édition corrigée est publiée.').waitFor()
    await officer.getByText('Édition 2, corrigée le').waitFor()
    await officer.getByText('Lyon accueillait le réseau.').waitFor()

    const anyone = await open({ width: 390 })
    await go(anyone, '/actes/2022-lyon')
    await anyone.getByText('L’avant-propos avait gardé un brouillon.').first().waitFor()
    await anyone.getByText('Lyon accueillait le réseau.').waitFor()
    await anyone.getByText('Toutes les éditions').click()
    await anyone.getByRole('link', { name: 'Édition 1', exact: true }).click()
    await anyone.getByText('Une édition plus récente existe').waitFor()
    await anyone.getByText('Lyon préparait').waitFor()
    expect(new URL(anyone.url()).pathname).toBe('/actes/2022-lyon/editions/1')
    await expectNoAxe(anyone)
    const first = await anyone.request.get('/actes/2022-lyon/editions/1/actes.odt')
    expect(first.headers()['content-disposition']).toContain('actes-2022-lyon.odt')
    const last = await anyone.request.get('/actes/2022-lyon/actes.odt')
    expect(last.headers()['content-disposition']).toContain('actes-2022-lyon-edition-2.odt')
    expectNoTrouble(coordinator)
    expectNoTrouble(officer)
    expectNoTrouble(anyone)
  })
})
