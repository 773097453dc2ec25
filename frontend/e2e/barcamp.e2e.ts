import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, expectNoTrouble, open, people, sidewaysScroll, signInAs } from './helpers'

/** Waits for a title, and gives the address of its page. */
async function opened(page: Page, title: string): Promise<string> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return new URL(page.url()).pathname
}

describe('the barcamp', () => {
  it('goes from a pépite shared on a phone to a topic of the forum, presented and supported on the way', async () => {
    const officer = await open({ width: 390 })
    await signInAs(officer, people.officer, '/rencontres')
    await officer.getByRole('link', { name: 'Rencontre nationale de Tours' }).click()
    await officer.getByRole('heading', { level: 1, name: 'Rencontre nationale de Tours' }).waitFor()
    await officer.getByRole('link', { name: 'Barcamp', exact: true }).click()
    const wall = await opened(officer, 'Barcamp')

    // Written without publishing it: nobody else sees it.
    await officer.getByRole('button', { name: 'Partager une pépite' }).click()
    const form = officer.getByRole('dialog', { name: 'Partager une pépite' })
    await form.getByLabel(/qu’est-ce qui marche/).fill('Une heure de lecture au pied des tours')
    await form.getByLabel('Ce qui a été fait').fill('Un tapis, trente livres, tous les mercredis.')
    await form.getByText('Publier tout de suite').click()
    await form.getByRole('button', { name: 'Garder le brouillon' }).click()
    const page = await opened(officer, 'Une heure de lecture au pied des tours')
    expect(await sidewaysScroll(officer)).toBe(0)
    await expectNoAxe(officer)

    const coordinator = await open()
    await signInAs(coordinator, people.coordinator, `${wall}?ordre=NEWEST`)
    await coordinator.getByRole('list', { name: 'Le mur' }).waitFor()
    const card = coordinator.getByRole('link', { name: 'Une heure de lecture au pied des tours' })
    expect(await card.count()).toBe(0)

    // Published, it comes to the wall by itself; the coordinator gives it the floor.
    await officer.getByRole('button', { name: 'Publier' }).click()
    await officer.getByText('C’est publié.').waitFor()
    await card.waitFor()
    await coordinator
      .getByRole('button', { name: 'Présenter « Une heure de lecture au pied des tours »' })
      .click()
    await coordinator
      .getByRole('region', { name: 'Sur scène' })
      .getByRole('link', { name: 'Une heure de lecture au pied des tours' })
      .waitFor()
    await officer.getByText('Présentée', { exact: true }).first().waitFor()

    // A guest supports it and says something; what they say waits behind a button, since one is reading.
    const guest = await open({ width: 390 })
    await signInAs(guest, people.guest, page)
    await guest.getByRole('button', { name: /Je soutiens/ }).click()
    await guest.getByLabel('Votre commentaire').fill('Et l’hiver ?')
    await guest.getByRole('button', { name: 'Commenter', exact: true }).click()
    await guest.getByText('Votre commentaire est publié.').waitFor()
    await officer.getByRole('button', { name: /1 soutien|un soutien/ }).waitFor()
    expect(await officer.getByText('Et l’hiver ?').count()).toBe(0)
    await officer.getByRole('button', { name: '1 nouveauté' }).click()
    await officer.getByText('Et l’hiver ?').waitFor()

    // It becomes a topic, whose form begins with its words; the thread shows it both ways.
    await guest.getByRole('link', { name: 'En faire un sujet du forum' }).click()
    const propose = guest.getByRole('dialog', { name: 'Proposer un sujet' })
    await propose.getByRole('button', { name: 'Épingler le sujet' }).waitFor()
    expect(await propose.getByRole('textbox').first().inputValue()).toBe(
      'Une heure de lecture au pied des tours',
    )
    await propose.getByRole('button', { name: 'Épingler le sujet' }).click()
    await propose.waitFor({ state: 'detached' })
    await coordinator.goto(page)
    const thread = coordinator.getByRole('list', { name: /Le fil/ }).last()
    await thread.getByRole('listitem').filter({ hasText: 'Sujet' }).waitFor()
    await thread.getByRole('link', { name: 'Une heure de lecture au pied des tours' }).click()
    await coordinator.getByText('Pépite ou question').first().waitFor()
    for (const each of [officer, coordinator, guest]) expectNoTrouble(each)
  })

  it('leads a promised answer from the list of tasks to the question that is answered', async () => {
    const malik = await open()
    await signInAs(malik, people.convener, '/accueil')
    const task = malik.getByRole('listitem').filter({ hasText: 'Vous avez promis une réponse' })
    await task.getByRole('link', { name: 'Répondre' }).click()
    const answer = malik.getByRole('dialog', { name: 'Répondre' })
    await answer.getByLabel(/Votre réponse/).fill('La nôtre tient sur une page, à jour.')
    await answer.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await malik.getByText('La nôtre tient sur une page, à jour.').waitFor()
    const question = new URL(malik.url()).pathname

    const claire = await open({ theme: 'dark', language: 'en' })
    await signInAs(claire, people.coordinator, question)
    await claire.getByRole('button', { name: /Accept the answer of Malik/ }).click()
    await claire.getByRole('dialog').getByRole('button', { name: 'Accept this answer' }).click()
    await claire.getByText('Accepted answer').waitFor()
    await expectNoAxe(claire)
    await malik.getByText('Réponse retenue').waitFor()
    await malik.goto('/accueil')
    await malik.getByRole('heading', { level: 1 }).waitFor()
    await malik.getByRole('heading', { name: /À faire/ }).waitFor()
    expect(await task.count()).toBe(0)
    for (const each of [malik, claire]) expectNoTrouble(each)
  })

  it('asks a question with the keyboard alone, from anywhere', async () => {
    const page = await open()
    await signInAs(page, people.director, '/accueil')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Poser une q')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: 'Poser une question' })
    const title = form.getByLabel(/Votre question/)
    await title.waitFor()
    await title.focus()
    await page.keyboard.type('Qui accueille les équipes des centres en stage ?')
    const send = form.getByRole('button', { name: 'Poser la question' })
    for (let step = 0; step < 40; step++) {
      if (await send.evaluate((button) => button === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await opened(page, 'Qui accueille les équipes des centres en stage ?')
    expectNoTrouble(page)
  })
})
