import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { base, expectNoAxe, expectNoTrouble, go, open, people, picture, signInAs } from './helpers'

/** Asks the server as the person signed in. */
async function ask<Data>(page: Page, query: string): Promise<Data> {
  const answer = await page.request.post('/graphql', { headers: { Origin: base() }, data: { query } })
  const { data, errors } = (await answer.json()) as { data: Data | null; errors?: unknown }
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

async function addressOf(page: Page, city: string): Promise<string> {
  const { gatherings } = await ask<{ gatherings: { nodes: { id: string }[] } }>(
    page,
    `query Named { gatherings(filter: { search: "${city}" }) { nodes { id } } }`,
  )
  return `/rencontres/${gatherings.nodes[0]!.id}`
}

const panel = (page: Page) => page.getByRole('region', { name: 'Inscriptions' })

describe('registration', () => {
  it('takes the colleagues of an assistant, who finds them in the list', async () => {
    const page = await open()
    await signInAs(page, people.assistant)
    const gathering = await addressOf(page, 'Toulouse')
    await go(page, gathering)
    await panel(page).getByRole('button', { name: 'Inscrire des collègues' }).click()
    const form = page.getByRole('dialog')
    const team = form.getByRole('group', { name: /^L.équipe/ }).getByRole('checkbox')
    await team.first().waitFor()
    const names: string[] = []
    for (const place of [0, 1]) {
      names.push((await team.nth(place).locator('xpath=ancestor::label').innerText()).trim())
      await team.nth(place).press('Space')
    }
    await expectNoAxe(page)
    await form.getByRole('button', { name: 'Inscrire des collègues' }).click()
    await page.getByText('2 personnes inscrites.', { exact: true }).waitFor()
    await panel(page).getByRole('link', { name: 'Participants' }).click()
    await page.getByRole('heading', { level: 1, name: 'Participants' }).waitFor()
    for (const name of names) {
      await page.getByRole('searchbox', { name: 'Nom' }).fill(name)
      await page.getByText('1 résultat', { exact: true }).waitFor()
      await page.getByRole('link', { name }).waitFor()
    }
    await page.getByRole('button', { name: new RegExp(`Désinscrire ${names[1]}`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Désinscrire' }).click()
    await page.getByText('Personne ne correspond').waitFor()
    expectNoTrouble(page)
  })

  it('is one act on a phone, and as easily changed and taken back', async () => {
    const page = await open({ width: 390 })
    await signInAs(page, people.officer)
    await go(page, await addressOf(page, 'Toulouse'))
    await panel(page).getByRole('button', { name: 'S’inscrire' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: /Besoins/ }).fill('Repas végétarien')
    await form.getByRole('checkbox').last().press('Space')
    await expectNoAxe(page)
    await form.getByRole('button', { name: 'S’inscrire' }).click()
    await panel(page).getByText('Inscription faite').waitFor()
    await picture(page, 'registration-390')
    await panel(page).getByRole('button', { name: 'Changer mon inscription' }).click()
    expect(await form.getByRole('textbox', { name: /Besoins/ }).inputValue()).toBe('Repas végétarien')
    expect(await form.getByRole('checkbox').last().isChecked()).toBe(false)
    await form.getByRole('checkbox').last().press('Space')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await panel(page)
      .getByText(/Vous venez.* et /)
      .waitFor()
    await panel(page).getByRole('button', { name: 'Se désinscrire' }).click()
    await form.getByRole('button', { name: 'Se désinscrire' }).click()
    await panel(page).getByRole('button', { name: 'S’inscrire' }).waitFor()
    expectNoTrouble(page)
  })

  it('gives the last place once, and the next who waits has it by themselves', async () => {
    const host = await open()
    await signInAs(host, people.director)
    const key = () => crypto.randomUUID()
    const { viewer } = await ask<{ viewer: { staffMember: { centre: { id: string } } } }>(
      host,
      'query Centre { viewer { staffMember { centre { id } } } }',
    )
    const { createGathering: made } = await ask<{ createGathering: { gathering: { id: string } } }>(
      host,
      `mutation Make { createGathering(input: { clientMutationId: "${key()}", name: "Petite rencontre", city: "Brest",
        startsOn: "2032-03-04", endsOn: "2032-03-05", timeZone: "Europe/Paris", capacity: 1,
        hostIds: ["${viewer.staffMember.centre.id}"] }) { gathering { id } } }`,
    )
    const { id } = made.gathering
    await ask(
      host,
      `mutation Announce { publishGathering(input: { clientMutationId: "${key()}", gatheringId: "${id}", version: 1 }) { gathering { id } } }`,
    )
    const first = await open({ width: 390 })
    await signInAs(first, people.officer, `/rencontres/${id}`)
    await panel(first).getByRole('button', { name: 'S’inscrire' }).click()
    await first.getByRole('dialog').getByRole('button', { name: 'S’inscrire' }).click()
    await panel(first).getByText('1 personne inscrite pour 1 place').waitFor()

    const second = await open()
    await signInAs(second, people.convener, `/rencontres/${id}`)
    await panel(second)
      .getByText(/La rencontre est complète/)
      .waitFor()
    await panel(second).getByRole('button', { name: 'S’inscrire' }).click()
    await second.getByRole('dialog').getByRole('button', { name: 'S’inscrire' }).click()
    await panel(second)
      .getByText(/Vous êtes à la place 1 de la liste/)
      .waitFor()
    await picture(second, 'registration-waiting-1280')

    await panel(first).getByRole('button', { name: 'Se désinscrire' }).click()
    await first.getByRole('dialog').getByRole('button', { name: 'Se désinscrire' }).click()
    // It is seen as it happens, and told on the home page.
    await panel(second)
      .getByText(/Vous venez/)
      .waitFor()
    await go(second, '/accueil')
    await second.getByText(/Une place s’est libérée pour vous/).waitFor()
    for (const page of [host, first, second]) expectNoTrouble(page)
  })

  it('is marked at the desk by one press, taken back by another', async () => {
    const page = await open({ width: 390 })
    await signInAs(page, people.assistant)
    const gathering = await addressOf(page, 'Tours')
    await go(page, gathering)
    await panel(page).getByRole('link', { name: 'Émargement' }).click()
    await page.getByRole('heading', { level: 1, name: 'Émargement' }).waitFor()
    const absent = page
      .getByRole('list', { name: 'Les participants' })
      .getByRole('button', { name: /présence/, pressed: false })
    await absent.first().waitFor()
    const label = await absent.first().getAttribute('aria-label')
    const one = page.getByRole('button', { name: label! })
    await one.click()
    await page.getByRole('button', { name: label!, pressed: true }).waitFor()
    await expectNoAxe(page)
    await picture(page, 'desk-390')
    await one.click()
    await page.getByRole('button', { name: label!, pressed: false }).waitFor()
    await go(page, `${gathering}/badges`)
    await page.getByRole('list', { name: 'Étiquettes' }).getByRole('listitem').first().waitFor()
    expectNoTrouble(page)
  })
})
