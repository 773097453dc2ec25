import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { base, expectNoAxe, expectNoTrouble, go, open, people, picture, settled, signInAs } from './helpers'
import { rooms } from './rooms'

/** Asks the server as the person signed in. */
async function ask<Data>(page: Page, query: string): Promise<Data> {
  const answer = await page.request.post('/graphql', { headers: { Origin: base() }, data: { query } })
  const { data, errors } = (await answer.json()) as { data: Data | null; errors?: unknown }
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

async function gatheringOf(page: Page, city: string): Promise<string> {
  const { gatherings } = await ask<{ gatherings: { nodes: { id: string }[] } }>(
    page,
    `query Named { gatherings(filter: { search: "${city}" }) { nodes { id } } }`,
  )
  return gatherings.nodes[0]!.id
}

describe('what the two days ask and leave', () => {
  it('asks who moved up from the waiting list whether they keep the place, on a phone', async () => {
    const page = await open({ width: 390 })
    await signInAs(page, people.leadDirector)
    const place = page.getByRole('listitem').filter({ hasText: /Une place s’est libérée/ })
    await place.getByRole('button', { name: 'Je garde ma place' }).waitFor()
    await expectNoAxe(page)
    await picture(page, 'place-390')
    await place.getByRole('button', { name: 'Je la rends' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rendre ma place' })
    await dialog.getByText(/revient à la première personne/).waitFor()
    await expectNoAxe(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await place.getByRole('button', { name: 'Je garde ma place' }).press('Enter')
    await place.waitFor({ state: 'detached' })
    const { viewer } = await ask<{ viewer: { tasks: { nodes: { kind: string }[] } } }>(
      page,
      'query Done { viewer { tasks(filter: { states: [DONE] }) { nodes { kind } } } }',
    )
    expect(viewer.tasks.nodes.map(({ kind }) => kind)).toContain('KEEP_PLACE')
    expectNoTrouble(page)
  })

  it('tells those who run the gathering, on the way from the navigation, who keeps the place', async () => {
    const page = await open()
    await signInAs(page, people.coordinator)
    await page.getByRole('navigation').getByRole('link', { name: 'Rencontres' }).click()
    await page.getByRole('heading', { level: 1, name: 'Rencontres' }).waitFor()
    await page.getByRole('link', { name: /Rencontre nationale de Toulouse/ }).click()
    await page.getByRole('link', { name: 'Participants' }).click()
    await page.getByRole('combobox', { name: /Place qui s.est libérée/ }).selectOption('KEPT')
    await page.getByText('2 résultats', { exact: true }).waitFor()
    await page.getByRole('row', { name: /Thierry Kervadec.*Place confirmée/ }).waitFor()
    await expectNoAxe(page)
    await picture(page, 'places-1280')
    const phone = await open({ width: 390 })
    await signInAs(phone, people.guest)
    await phone.getByRole('navigation').getByRole('link', { name: 'Rencontres' }).click()
    await phone.getByRole('heading', { level: 1, name: 'Rencontres' }).waitFor()
    for (const each of [page, phone]) expectNoTrouble(each)
  })

  it('rewrites what is said of a guest', async () => {
    const page = await open()
    await signInAs(page, people.assistant)
    const gathering = await gatheringOf(page, 'Tours')
    await go(page, `/rencontres/${gathering}/preparation?onglet=invites`)
    const acts = page.getByRole('button', { name: /^Agir sur/ }).first()
    const name = (await acts.getAttribute('aria-label'))!.replace(/^Agir sur\s/, '')
    await acts.click()
    await page.getByRole('menuitem', { name: 'Modifier' }).click()
    const form = page.getByRole('dialog', { name: `Modifier ${name}` })
    await form.getByRole('textbox', { name: /Fonction/ }).fill('Marraine de la rencontre')
    await form.getByRole('textbox', { name: /^Nom/ }).fill('Delaunay-Quillivic')
    await expectNoAxe(page)
    await picture(page, 'guest-edit')
    await form.getByRole('button', { name: 'Enregistrer' }).click()
    await form.waitFor({ state: 'hidden' })
    await page.getByText('Marraine de la rencontre').waitFor()
    await page
      .getByText(/Delaunay-Quillivic/)
      .first()
      .waitFor()
    expectNoTrouble(page)
  })

  it('gives each session to one’s own calendar, to whoever sees it', async () => {
    const page = await open()
    await signInAs(page, people.officer)
    const { topics } = await ask<{
      topics: { nodes: { title: string; occurrence: { id: string } | null }[] }
    }>(page, 'query Sessions { topics(first: 100) { nodes { title occurrence { id } } } }')
    const topic = topics.nodes.find(({ occurrence }) => occurrence !== null)!
    const address = `/calendrier/seances/${topic.occurrence!.id}.ics`
    const given = await page.request.get(address)
    expect(given.headers()['content-type']).toBe('text/calendar; charset=utf-8')
    const body = (await given.text()).replace(/\r\n[ \t]/g, '')
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(body).toContain(`SUMMARY:${topic.title.replace(/[,;\\]/g, '\\$&')}`)
    const nobody = await open()
    expect((await nobody.request.get(base() + address)).status()).toBe(404)
  })

  it('takes a pépite further as a joint project', async () => {
    const page = await open({ theme: 'dark' })
    await signInAs(page, people.director)
    const { contributions } = await ask<{ contributions: { nodes: { id: string; title: string }[] } }>(
      page,
      'query Shown { contributions(first: 1) { nodes { id title } } }',
    )
    const { id, title } = contributions.nodes[0]!
    await go(page, `/pepites/${id}`)
    await page.getByRole('link', { name: 'Proposer un projet commun' }).click()
    await page.getByRole('heading', { level: 1, name: 'Proposer un projet commun' }).waitFor()
    await settled(page)
    expect(await page.getByRole('main').getByRole('link', { name: title }).getAttribute('href')).toBe(
      `/pepites/${id}`,
    )
    await expectNoAxe(page)
    await picture(page, 'project-of-pepite')
    expectNoTrouble(page)
  })

  it('says on every page what does not exist, under a title, with a way from there', async () => {
    const page = await open({ width: 390 })
    await signInAs(page, people.coordinator)
    const unknown = '0196a000-0000-7000-8000-00000000dead'
    const ofAnObject = Object.entries(rooms).filter(
      ([route, { who }]) =>
        who !== null && /\$\w+Id/.test(route) && !route.startsWith('/rencontres/nouvelle'),
    )
    expect(ofAnObject.length).toBeGreaterThan(12)
    for (const [route] of ofAnObject) {
      await go(page, route.replace(/\$\w+/g, unknown))
      await settled(page)
      expect(`${route} ${await page.locator('h1').allInnerTexts()}`).toBe(`${route} Introuvable`)
      await page.getByRole('link', { name: 'Retour à l’accueil' }).waitFor()
    }
    await expectNoAxe(page)
    await picture(page, 'not-found-390')
  })
})
