import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, expectNoTrouble, go, open, people, picture, signInAs, widths } from './helpers'

const name = 'Rencontre d’automne'

/** Adds an item to the draft, by the keyboard alone once the form is open. */
async function addItem(page: Page, title: string, from: string, to: string, room: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un temps' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: /Titre/ }).fill(title)
  await form.getByLabel(/Début/).fill(from)
  await form.getByLabel(/Fin/).fill(to)
  await form.getByRole('combobox', { name: 'Espace' }).selectOption({ label: room })
  await form.getByRole('textbox', { name: /Qui intervient/ }).press('Enter')
}

async function addRoom(page: Page, room: string, places: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un espace' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: /^Nom\b/ }).fill(room)
  await form.getByRole('textbox', { name: /Nombre de places/ }).fill(places)
  await form.getByRole('button', { name: 'Ajouter un espace' }).click()
  await form.waitFor({ state: 'detached' })
}

/** Publishes the draft, and says what changes. */
async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Publier le programme' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Ce qui change' }).fill(note)
  await form.getByRole('button', { name: 'Publier le programme' }).click()
  await page.getByText('Le programme publié est à jour').waitFor()
}

describe('a gathering', () => {
  it('is prepared by its host, announced, and its programme follows those who kept some of it', async () => {
    const host = await open()
    await signInAs(host, people.director, '/rencontres')
    await host.getByRole('link', { name: 'Nouvelle rencontre' }).click()
    await host.getByRole('heading', { level: 1, name: 'Nouvelle rencontre' }).waitFor()
    await host.getByRole('textbox', { name: /^Nom\b/ }).fill(name)
    await host.getByRole('textbox', { name: /^Ville/ }).fill('Angers')
    await host.getByLabel(/Premier jour/).fill('2031-10-09')
    await host.getByLabel(/Dernier jour/).fill('2031-10-10')
    await host.getByRole('button', { name: 'Créer la rencontre' }).click()
    await host.getByRole('heading', { level: 1, name }).waitFor()
    const address = new URL(host.url()).pathname.replace('/preparation', '')

    // Nobody else hears of it yet.
    const reader = await open({ width: 390 })
    await signInAs(reader, people.officer, '/rencontres')
    expect(await reader.getByRole('link', { name }).count()).toBe(0)

    await host.getByRole('tab', { name: /Espaces/ }).click()
    await addRoom(host, 'Grande salle', '120')
    await addRoom(host, 'Patio', '18')
    await host.getByRole('tab', { name: 'Programme' }).click()
    await addItem(host, 'Ouverture', '09:30', '10:30', 'Grande salle · 120 places')
    await host.getByRole('dialog').waitFor({ state: 'detached' })
    await host.getByRole('button', { name: 'Agir sur « Ouverture »' }).waitFor()
    await addItem(host, 'Atelier', '10:00', '11:00', 'Grande salle · 120 places')
    // The room is taken: it is said, and what was typed is still there.
    const form = host.getByRole('dialog')
    await form
      .getByText(/Cet espace est déjà pris à ce moment-là.*Ouverture/)
      .first()
      .waitFor()
    await form.getByRole('combobox', { name: 'Espace' }).selectOption({ label: 'Patio · 18 places' })
    await form.getByRole('button', { name: 'Ajouter un temps' }).click()
    await form.waitFor({ state: 'detached' })
    await host.getByText('Annoncez d’abord la rencontre.').waitFor()
    await host.getByRole('button', { name: 'Annoncer la rencontre' }).click()
    await host.getByRole('dialog').getByRole('button', { name: 'Annoncer la rencontre' }).click()
    await host.getByText('2 changements à publier').waitFor()
    await publish(host, '')

    await go(reader, address)
    await reader.getByRole('button', { name: /Retenir.*Atelier/ }).click()
    await reader.getByRole('button', { name: /Ôter.*Atelier/ }).waitFor()
    await reader.getByRole('tab', { name: 'Mon programme' }).click()
    await reader.getByRole('tabpanel').getByText('Atelier', { exact: true }).waitFor()

    await host.getByRole('button', { name: /Agir sur.*Atelier/ }).click()
    await host.getByRole('menuitem', { name: 'Modifier' }).click()
    await form.getByLabel(/Début/).fill('11:00')
    await form.getByLabel(/Fin/).fill('12:00')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await host.getByText('Un changement à publier').waitFor()
    expect(await reader.getByText('Déplacé').count()).toBe(0)
    await publish(host, 'L’atelier commence une heure plus tard.')

    // It is seen as it happens, and told once on the home page.
    await reader.getByRole('tabpanel').getByText('Déplacé').waitFor()
    await reader.getByText('Prévu d’abord à 10:00, Patio').waitFor()
    await picture(reader, 'gathering-mine-390')
    await go(reader, '/accueil')
    await reader.getByText(/Votre programme change pour la rencontre/).waitFor()
    expect(await reader.getByText(/Votre programme change/).count()).toBe(1)
    expectNoTrouble(host)
    expectNoTrouble(reader)
  })

  it.each(widths)('is read by anyone once it is announced, %i px wide', async (width) => {
    const page = await open({ width })
    await go(page, '/rencontres')
    await expectNoAxe(page)
    expect(await page.getByRole('link', { name: /Rencontre nationale de Lille/ }).count()).toBe(0)
    await page.getByRole('link', { name: /Rencontre nationale de Toulouse/ }).click()
    await page.getByRole('heading', { level: 1, name: /Toulouse/ }).waitFor()
    await page.getByText('Ouverture', { exact: true }).waitFor()
    // What is for those who take part is not told.
    expect(await page.getByText('Accueil', { exact: true }).count()).toBe(0)
    await expectNoAxe(page)
    await picture(page, `gathering-public-${width}`)
    await page.getByRole('link', { name: 'Se connecter' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).searchParams.get('retour')).toMatch(/^\/rencontres\//)
    expectNoTrouble(page)
  })

  it('lets nobody into its preparation without a name', async () => {
    const page = await open()
    await go(page, '/rencontres/nouvelle')
    expect(new URL(page.url()).pathname).toBe('/connexion')
    expectNoTrouble(page)
  })
})
