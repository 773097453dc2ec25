import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { base, expectNoAxe, expectNoTrouble, go, open, people, picture, signInAs } from './helpers'

/** A session on its day: the wall that shows it, the room one enters by its door, the harvest written by two, and chased. */

const refusedOnPurpose = /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/

interface Session {
  id: string
  title: string
  space: { id: string; name: string }
}

let claire: Page
let malik: Page
let solene: Page
let thomas: Page
let gathering: string
let forum: string
let first: Session
let second: Session

/** Asks the server as the person of a page. */
async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.request.post('/graphql', {
    headers: { Origin: base() },
    data: { query, variables },
  })
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

const act = (page: Page, mutation: string, input: object, payload: string) =>
  ask(
    page,
    `mutation Act($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${payload} } }`,
    {
      input: { clientMutationId: crypto.randomUUID(), ...input },
    },
  )

interface Today {
  gatherings: {
    nodes: {
      id: string
      state: string
      forum: {
        id: string
        phase: string
        version: number
        topics: {
          id: string
          title: string
          state: string
          sessions: { id: string; state: string }[]
          occurrence: { id: string; slot: { id: string }; space: Session['space'] } | null
        }[]
      } | null
    }[]
  }
}

const phases = ['PREPARATION', 'COLLECTION', 'MARKETPLACE', 'SESSIONS', 'CONVERGENCE', 'HARVEST', 'CLOSED']

/** Brings today's forum to its sessions, wherever an earlier journey has left it, and opens two of one slot. */
async function begin(): Promise<void> {
  for (;;) {
    const { gatherings } = await ask<Today>(
      claire,
      'query Today { gatherings(first: 10) { nodes { id state forum { id phase version topics { id title state sessions { id state } occurrence { id slot { id } space { id name } } } } } } }',
    )
    const today = gatherings.nodes.find(({ state }) => state === 'LIVE')!
    const { phase, version, topics, id } = today.forum!
    gathering = today.id
    forum = id
    const from = phases.indexOf(phase)
    if (phase !== 'SESSIONS') {
      const to = phases[from + (from < phases.indexOf('SESSIONS') ? 1 : -1)]
      await act(
        claire,
        'moveForum',
        { forumId: id, version, to, reason: 'Une séance de plus' },
        'forum { id }',
      )
      continue
    }
    const placed = topics.filter(({ state }) => state === 'SCHEDULED')
    const pair = placed.flatMap((one) =>
      placed
        .filter((other) => other !== one && other.occurrence!.slot.id === one.occurrence!.slot.id)
        .map((other) => [one, other] as const),
    )[0]!
    // One that is held several times would go on when this session ends.
    for (const { id: topicId, sessions, occurrence } of pair)
      for (const { id: occurrenceId, state } of sessions)
        if (state === 'PLANNED' && occurrenceId !== occurrence!.id)
          await act(claire, 'unplaceTopic', { topicId, occurrenceId }, 'topic { id }')
    const [a, b] = pair.map((topic) => ({ id: topic.id, title: topic.title, space: topic.occurrence!.space }))
    first = a!
    second = b!
    for (const { id: topicId } of [first, second])
      await act(claire, 'startTopic', { topicId }, 'topic { id }')
    // An earlier journey may have left them in a room.
    for (const { id: topicId, state } of topics)
      if (state === 'SCHEDULED' || state === 'RUNNING')
        for (const page of [claire, malik]) await act(page, 'checkOut', { topicId }, 'topic { id }')
    return
  }
}

describe('a session on its day', () => {
  beforeAll(async () => {
    claire = await open()
    malik = await open({ width: 390 })
    await signInAs(claire, people.coordinator)
    await signInAs(malik, people.convener)
    // Two whom no earlier journey has sent to a session.
    solene = await open()
    thomas = await open()
    await signInAs(solene, people.guest)
    await signInAs(thomas, people.administrator)
    await begin()
  })

  it('is shown on a wall that nobody signs in to, and that heals by itself', async () => {
    await go(claire, `/rencontres/${gathering}`)
    await claire.getByRole('button', { name: 'Autres actions' }).click()
    await claire.getByRole('menuitem', { name: 'Mur pour le projecteur' }).click()
    const dialog = claire.getByRole('dialog', { name: 'Mur pour le projecteur' })
    await dialog.getByRole('button', { name: 'Créer une adresse' }).click()
    const address = await dialog.getByLabel('Adresse du mur').innerText()
    await expectNoAxe(claire)
    await picture(claire, 'wall-links')

    const wall = await open()
    const answer = await wall.goto(address)
    expect(answer?.headers()['x-robots-tag']).toContain('noindex')
    expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
    await wall.getByRole('heading', { level: 1, name: /Tours/ }).waitFor()
    await wall.getByText('séances en cours').waitFor()
    const people = () =>
      wall.locator('aside dl > div').filter({ hasText: 'en séance' }).locator('dd').innerText()
    const before = Number(await people())
    await picture(wall, 'wall')
    expect(
      await wall.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
    ).toBeLessThanOrEqual(0)
    await act(solene, 'checkIn', { topicId: first.id }, 'topic { id }')
    await expect.poll(async () => Number(await people()), { timeout: 15_000 }).toBe(before + 1)

    await wall.context().setOffline(true)
    await act(thomas, 'checkIn', { topicId: first.id }, 'topic { id }')
    await wall.getByText('Réseau perdu : le mur reprendra tout seul').waitFor({ timeout: 60_000 })
    await wall.context().setOffline(false)
    await expect.poll(async () => Number(await people()), { timeout: 30_000 }).toBe(before + 2)

    await dialog.getByRole('button', { name: 'C’est noté' }).click()
    await dialog
      .getByRole('button', { name: /^Révoquer l’adresse/ })
      .first()
      .click()
    await claire.getByRole('button', { name: 'Révoquer', exact: true }).last().click()
    await wall.getByRole('heading', { name: 'Ce mur n’est plus ouvert' }).waitFor()
    expectNoTrouble(wall, refusedOnPurpose)
    await wall.context().close()
  }, 180_000)

  it('is entered by the code on its door, and left for another as freely', async () => {
    await act(malik, 'checkOut', { topicId: first.id }, 'topic { id }')
    await malik.goto(`/espaces/${first.space.id}`)
    await malik.getByText(`Vous êtes à la porte : ${first.space.name}`).waitFor()
    await picture(malik, 'door')
    await malik
      .getByRole('button', { name: /^Dire que je suis à la séance/ })
      .first()
      .click()
    await malik.getByText('Vous y êtes').first().waitFor()
    await malik.goto(`/espaces/${second.space.id}`)
    await malik
      .getByRole('button', { name: /^Dire que je suis à la séance/ })
      .first()
      .click()
    await malik.getByText('Vous y êtes').first().waitFor()
    await malik.goto(`/sujets/${first.id}`)
    await malik.getByRole('button', { name: /^Dire que je suis à la séance/ }).waitFor()
    // Who was there is still among those who took part, and may write of it.
    await malik.getByRole('link', { name: 'Malik Ouedraogo' }).first().waitFor()
  })

  it('is harvested by two at once, who see one another and lose nothing', async () => {
    await go(claire, `/sujets/${first.id}`)
    await malik.getByLabel('Ce qui s’est dit').fill('Le texte de Malik, **en gras**.')
    await claire.getByText('Malik Ouedraogo rédige…').waitFor()
    await claire.getByLabel('Ce qui s’est dit').fill('Le texte de Claire.')
    await malik.getByText(/rédige…/).waitFor()
    await picture(claire, 'writing')
    await malik.getByRole('button', { name: 'Enregistrer' }).click()
    await malik.getByText('La récolte est enregistrée').waitFor()
    await claire
      .getByText('Malik Ouedraogo a enregistré une autre version pendant que vous écriviez')
      .waitFor()
    await claire.getByRole('button', { name: 'Voir les deux' }).click()
    const dialog = claire.getByRole('dialog')
    await dialog.getByText('Le texte de Claire.').waitFor()
    await dialog.getByText('Le texte de Malik').waitFor()
    await picture(claire, 'conflict')
    await dialog.getByRole('button', { name: 'Reprendre ma version' }).click()
    await claire.getByRole('button', { name: 'Enregistrer' }).click()
    await claire.getByText('La récolte est enregistrée').waitFor()
    await claire.getByRole('button', { name: '1 version précédente' }).click()
    await claire.locator('del').first().waitFor()
    await expectNoAxe(claire)
    await picture(claire, 'revisions')
  })

  it('is published, corrected and confirmed', async () => {
    await act(claire, 'holdTopic', { topicId: first.id }, 'topic { id }')
    await claire.getByRole('button', { name: 'Publier la récolte' }).click()
    await claire.getByRole('dialog').getByRole('button', { name: 'Publier la récolte' }).click()
    await claire.getByText('La récolte est publiée', { exact: true }).waitFor()
    await claire.getByRole('button', { name: 'Corriger' }).click()
    await claire.getByLabel('Ce que nous avons décidé').fill('- se revoir\n- écrire')
    await claire.getByRole('button', { name: 'Enregistrer' }).click()
    await claire.getByRole('listitem').filter({ hasText: 'se revoir' }).first().waitFor()
    await claire.getByRole('button', { name: 'Confirmer la récolte' }).click()
    await claire.getByRole('dialog').getByRole('button', { name: 'Confirmer la récolte' }).click()
    await claire.getByText('Confirmée').first().waitFor()
    await claire.getByRole('button', { name: 'Corriger' }).waitFor({ state: 'detached' })
  })

  it('is chased by whoever facilitates while its harvest is awaited', async () => {
    await act(claire, 'holdTopic', { topicId: second.id }, 'topic { id }')
    await go(claire, `/forums/${forum}`)
    const late = claire
      .getByRole('list', { name: 'Récoltes attendues' })
      .getByRole('listitem')
      .filter({ hasText: second.title })
    await late.getByRole('button', { name: /^Relancer/ }).click()
    await late.getByText(/^Relancée/).waitFor()
    await expectNoAxe(claire)
    await picture(claire, 'chase')
    expectNoTrouble(claire)
  })
})
