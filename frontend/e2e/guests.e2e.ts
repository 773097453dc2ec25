import type { APIRequestContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import {
  base,
  expectNoAxe,
  expectNoTrouble,
  go,
  open,
  people,
  picture,
  settled,
  sidewaysScroll,
  signInAs,
} from './helpers'

interface Asked<Data> {
  data: Data
  errors?: unknown
}

async function ask<Data>(request: APIRequestContext, query: string): Promise<Data> {
  const answer = await request.post('/graphql', { headers: { Origin: base() }, data: { query } })
  const { data, errors } = (await answer.json()) as Asked<Data>
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** Today's gathering in the demonstration. */
async function today(page: Page): Promise<string> {
  const { gatherings } = await ask<{ gatherings: { nodes: { id: string; state: string }[] } }>(
    page.request,
    '{ gatherings(first: 10) { nodes { id state } } }',
  )
  return gatherings.nodes.find(({ state }) => state === 'LIVE')!.id
}

it('a guest comes in by a link on a phone, takes part, sees that gathering only, and is out at once', async () => {
  const assistant = await open()
  await signInAs(assistant, people.assistant)
  const gathering = await today(assistant)
  await go(assistant, `/rencontres/${gathering}/preparation?onglet=invites`)
  await assistant.getByRole('button', { name: 'Inviter une personne' }).click()
  const form = assistant.getByRole('dialog', { name: 'Inviter une personne' })
  await form.getByRole('textbox', { name: /Prénom/ }).fill('Ana')
  await form.getByRole('textbox', { name: /^Nom/ }).fill('Kerbrat')
  await form.getByRole('textbox', { name: /Fonction/ }).fill('Sociologue')
  await expectNoAxe(assistant)
  await form.getByRole('button', { name: 'Inviter et obtenir le lien' }).click()
  const shown = assistant.getByRole('dialog', { name: 'Le lien de Ana Kerbrat' })
  const link = await shown.getByLabel('Lien d’invitation').innerText()
  await shown.getByRole('button', { name: 'J’ai copié le lien' }).click()
  await shown.waitFor({ state: 'hidden' })

  const guest = await open({ width: 390, theme: 'dark' })
  await go(guest, link)
  expect(await guest.locator('h1').innerText()).toMatch(/Bonjour\sAna Kerbrat/)
  expect(await sidewaysScroll(guest)).toBeLessThanOrEqual(0)
  await expectNoAxe(guest)
  await picture(guest, 'guest-invitation')
  await guest.getByRole('button', { name: 'Entrer' }).click()
  await guest.waitForURL(`**/rencontres/${gathering}`)
  await settled(guest)

  await go(guest, '/forum')
  await settled(guest)
  const star = guest.getByRole('button', { name: /^Mettre une étoile/ }).first()
  await star.click()
  await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true')
  const bar = guest.getByRole('navigation').last()
  expect(await bar.getByRole('link', { name: 'Groupes' }).count()).toBe(0)
  const teams = await open()
  await signInAs(teams, people.officer)
  const { workingGroups } = await ask<{ workingGroups: { nodes: { id: string }[] } }>(
    teams.request,
    '{ workingGroups(first: 1) { nodes { id } } }',
  )
  await guest.goto(`/groupes/${workingGroups.nodes[0]!.id}`)
  await guest.getByText('Introuvable').waitFor()
  await go(guest, '/accueil')

  // The list has heard of the arrival by itself.
  const line = assistant
    .getByRole('list', { name: 'Personnes invitées' })
    .getByRole('listitem')
    .filter({ hasText: 'Ana Kerbrat' })
  await line.getByText('Arrivée', { exact: true }).waitFor()
  await line.getByRole('button', { name: 'Agir sur Ana Kerbrat' }).click()
  await assistant.getByRole('menuitem', { name: 'Retirer l’invitation' }).click()
  await assistant.getByRole('dialog').getByRole('button', { name: 'Retirer l’invitation' }).click()
  await line.getByText('Retirée', { exact: true }).waitFor()
  const { viewer } = await ask<{ viewer: object | null }>(guest.request, '{ viewer { id } }')
  expect(viewer).toBeNull()
  await guest.goto(link)
  await guest.getByRole('heading', { level: 1, name: /Ce lien n’ouvre rien/ }).waitFor()
  await expectNoAxe(guest)
  expectNoTrouble(assistant)
})

it('a calendar follows what a person keeps, through its address, when it moves', async () => {
  const assistant = await open()
  await signInAs(assistant, people.assistant)
  const gathering = await today(assistant)
  const officer = await open({ width: 390 })
  await signInAs(officer, people.officer, '/profil?onglet=agenda')
  await officer.getByRole('textbox', { name: /Pour quel agenda/ }).fill('Mon téléphone')
  await officer.getByRole('button', { name: 'Créer l’adresse' }).click()
  const shown = officer.getByRole('dialog')
  const address = await shown.getByLabel('Adresse d’agenda').innerText()
  await expectNoAxe(officer)
  expect(await sidewaysScroll(officer)).toBeLessThanOrEqual(0)
  await shown.getByRole('button', { name: 'J’ai copié l’adresse' }).click()

  const { gathering: found } = await ask<{
    gathering: {
      agendaVersion: number
      spaces: { id: string; name: string }[]
      draftAgenda: {
        id: string
        title: string
        kind: string
        startsAt: string
        endsAt: string
        version: number
        change: string | null
      }[]
    }
  }>(
    assistant.request,
    `{ gathering(id: "${gathering}") { agendaVersion spaces { id name } draftAgenda { id title kind startsAt endsAt version change } } }`,
  )
  const item = found.draftAgenda.find(({ kind, change }) => kind === 'TALK' && change === null)!
  const key = () => crypto.randomUUID()
  await ask(
    officer.request,
    `mutation { keepAgendaItem(input: { clientMutationId: "${key()}", agendaItemId: "${item.id}" }) { agendaItem { id } } }`,
  )
  const nobody = await open()
  /** The entry of the item, as a calendar that nobody is signed in with reads it. */
  const entry = async () => {
    const answer = await nobody.request.get(address)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain('text/calendar')
    const text = (await answer.text()).replaceAll('\r\n ', '')
    const own = text.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${item.id}@`))!
    return {
      etag: answer.headers()['etag']!,
      sequence: Number(/SEQUENCE:(\d+)/.exec(own)![1]),
      starts: /DTSTART:(\w+)/.exec(own)![1],
    }
  }
  const first = await entry()
  const unchanged = await nobody.request.get(address, { headers: { 'If-None-Match': first.etag } })
  expect(unchanged.status()).toBe(304)

  const later = (moment: string) => new Date(Date.parse(moment) + 5 * 60_000).toISOString()
  await ask(
    assistant.request,
    `mutation { editAgendaItem(input: { clientMutationId: "${key()}", draftItemId: "${item.id}", version: ${item.version}, title: ${JSON.stringify(item.title)}, kind: ${item.kind}, startsAt: "${later(item.startsAt)}", endsAt: "${later(item.endsAt)}", isPublic: true }) { item { id } } }`,
  )
  await ask(
    assistant.request,
    `mutation { publishAgenda(input: { clientMutationId: "${key()}", gatheringId: "${gathering}", version: ${found.agendaVersion + 1}, note: "Cinq minutes plus tard" }) { release { id } } }`,
  )
  const moved = await entry()
  expect(moved.sequence).toBe(first.sequence + 1)
  expect(moved.starts).not.toBe(first.starts)
  expect(moved.etag).not.toBe(first.etag)

  await officer.getByRole('button', { name: 'Retirer Mon téléphone' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await officer.getByText('Aucune adresse').waitFor()
  expect((await nobody.request.get(address)).status()).toBe(404)
  expectNoTrouble(officer)
})
