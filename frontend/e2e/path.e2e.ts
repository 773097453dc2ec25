import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectNoTrouble, open, people, picture, signInAs } from './helpers'

/**
 * The product's main job, whole, by people who look at it at the same time: what one does is awaited on the pages of the others,
 * which are never loaded again for it.
 */

const subject = 'Médiation de nuit : tenir la rue à plusieurs'
const decision = 'Partager les fiches de tournée des quatre équipes.'
const update = 'Trois équipes ont envoyé leurs fiches ; la quatrième arrive lundi.'
const project = 'Un référentiel commun de la médiation de nuit'
const report = 'Le comité est en place et la trame du référentiel est écrite.'
const refusal = 'Notre équipe est engagée ailleurs jusqu’en juin.'

let ines: Page
let malik: Page
let claire: Page
let thierry: Page
let farida: Page
let marieJosee: Page
let isBroken = false

/** Somebody at their own browser, whose page counts how often it was loaded. */
async function enter(email: string, address: string): Promise<Page> {
  const page = await open({ losesNetwork: true })
  loads.set(page, 0)
  page.on('domcontentloaded', () => loads.set(page, (loads.get(page) ?? 0) + 1))
  await signInAs(page, email, address)
  return page
}
const loads = new Map<Page, number>()

/** The answers a page gets to one mutation, from now on: what was never answered was never carried. */
function answersTo(page: Page, mutation: string): number[] {
  const statuses: number[] = []
  page.on('response', (response) => {
    if (response.request().postData()?.includes(`mutation ${mutation}(`)) statuses.push(response.status())
  })
  return statuses
}

/** Goes somewhere by the navigation: the page is not loaded again. */
async function visit(page: Page, room: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: room })
    .click()
  await page.locator('h1:focus').waitFor()
}

/** The card, the cell or the line in which a page shows something. */
const card = (page: Page, text = subject): Locator => page.getByRole('listitem').filter({ hasText: text })
const cell = (page: Page, text = subject): Locator =>
  page
    .getByRole('table', { name: /^Tableau des séances/ })
    .getByRole('cell')
    .filter({ hasText: text })
const task = (page: Page, text: string): Locator =>
  page.getByRole('list', { name: 'À faire' }).getByRole('listitem').filter({ hasText: text })
const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click()
const star = (stars: number): string => `Mettre une étoile à « ${subject} » (${stars})`
const seen = (locator: Locator): Promise<void> => locator.first().waitFor()
const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'detached' })

async function moveForum(page: Page, phase: string): Promise<void> {
  await press(page, `Passer à l’étape : ${phase}`)
  await press(page.getByRole('dialog'), `Passer à l’étape : ${phase}`)
  await seen(page.getByText(`Le forum est à l’étape « ${phase} »`))
}
const phaseIs = (page: Page, phase: string): Promise<void> =>
  seen(page.locator('[aria-current=step]').filter({ hasText: phase }))

const thread = [
  ['Rencontre', 'Rencontre nationale de Tours', 'En cours'],
  ['Sujet', subject, 'Récolté'],
  ['Séance', subject, 'Tenue'],
  ['Récolte', subject, 'Publiée'],
  ['Vote', '4 gommettes'],
  ['Groupe de travail', subject, 'Actif'],
  ['Projet commun', project, 'En cours'],
] as const
const threadName = 'Le fil : d’où cela vient et ce que c’est devenu'

/** Holds the thread drawn on a page to its steps, in their order: what each is, its title, its state. */
async function expectThread(page: Page, steps: readonly (readonly string[])[]): Promise<void> {
  const drawn = page.getByRole('list', { name: threadName }).last().getByRole('listitem')
  await seen(drawn.nth(steps.length - 1))
  const texts = await drawn.allInnerTexts()
  const said = texts.map((text, index) => {
    const [kind, _day, ...rest] = text.split('\n').filter((line) => line.trim() !== '')
    return [kind, ...rest.slice(0, (steps[index]?.length ?? 1) - 1)]
  })
  expect(said).toEqual(steps)
}

/** A day of the calendar, so many days from now. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('from a topic on the wall to a project at work, and back along its thread', () => {
  beforeAll(async () => {
    ines = await enter(people.officer, '/forum')
    claire = await enter(people.coordinator, '/forum')
    malik = await enter(people.convener, '/forum')
    thierry = await enter(people.leadDirector, '/forum')
  })
  beforeEach(() => {
    if (isBroken) expect.unreachable('a step before this one has failed')
  })
  afterEach(({ task: { result } }) => {
    isBroken ||= result?.state === 'fail'
  })

  it('a mission officer proposes a topic, and it appears on every wall', async () => {
    await press(ines, 'Proposer un sujet')
    const dialog = ines.getByRole('dialog', { name: 'Proposer un sujet' })
    await dialog.getByLabel('Le sujet, en une phrase').fill(subject)
    await dialog
      .getByLabel('De quoi il s’agit')
      .fill('Des équipes sortent la nuit dans quatre villes, chacune seule.')
    await dialog.getByLabel('Ce que vous en espérez').selectOption({ label: 'Groupe de travail' })
    await picture(ines, 'propose')
    await press(dialog, 'Épingler le sujet')
    for (const page of [ines, claire, malik, thierry]) await seen(card(page))
    expect(await card(malik).getByText('Inès Carpentier · Résovilles').count()).toBe(1)
  })

  it('others star it, one of them without a network: the star waits, and is sent once', async () => {
    await press(card(malik), star(0))
    for (const page of [ines, thierry]) await seen(card(page).getByRole('button', { name: star(1) }))
    const sent = answersTo(thierry, 'StarTopic')
    await thierry.context().setOffline(true)
    await seen(thierry.getByText('Vous êtes hors ligne'))
    await press(card(thierry), star(1))
    await seen(card(thierry).getByRole('button', { name: star(2), pressed: true }))
    await press(thierry, 'Un envoi en attente')
    await seen(thierry.getByRole('dialog').getByText(`Étoile pour « ${subject} »`))
    await picture(thierry, 'offline')
    await thierry.keyboard.press('Escape')
    expect(
      await card(ines)
        .getByRole('button', { name: star(1) })
        .count(),
    ).toBe(1)
    await thierry.context().setOffline(false)
    for (const page of [ines, claire, malik]) await seen(card(page).getByRole('button', { name: star(2) }))
    await gone(thierry.getByText('Vous êtes hors ligne'))
    expect(sent).toEqual([200])
  })

  it('whoever facilitates has it pitched and places it, before everybody’s eyes', async () => {
    await press(card(claire), `Marquer « ${subject} » comme présenté`)
    // The card goes from what is to be pitched to what is to be placed.
    await gone(card(claire).getByRole('button', { name: `Marquer « ${subject} » comme présenté` }))
    await press(card(claire), `Placer « ${subject} »`)
    const dialog = claire.getByRole('dialog', { name: `Placer « ${subject} »` })
    const free = dialog.getByRole('button', { name: /^Rotonde.*Libre/i }).first()
    await seen(free)
    await picture(claire, 'place')
    await free.click()
    await seen(claire.getByText(`« ${subject} » est placé`))
    for (const page of [ines, claire, malik, thierry]) await seen(cell(page))
    await picture(malik, 'board')
  })

  it('the sessions begin; the topic’s is opened, joined and held', async () => {
    await moveForum(claire, 'Séances')
    for (const page of [ines, malik, thierry]) await phaseIs(page, 'Séances')
    await ines.getByRole('link', { name: subject }).click()
    await press(ines, `Ouvrir la séance « ${subject} »`)
    await seen(malik.getByRole('button', { name: `Dire que je suis à la séance « ${subject} »` }))
    await picture(malik, 'sessions')
    await press(malik, `Dire que je suis à la séance « ${subject} »`)
    await seen(ines.getByRole('link', { name: 'Malik Ouedraogo' }))
    await picture(ines, 'session')
    await press(ines, `Terminer la séance « ${subject} »`)
    await seen(claire.getByText('Récolte attendue'))
  })

  it('its convener is asked for the harvest, writes and publishes it, and is asked no more', async () => {
    await visit(ines, 'Accueil')
    await picture(ines, 'inbox')
    await task(ines, subject).getByRole('link', { name: 'Écrire la récolte' }).click()
    await ines
      .getByLabel('Ce qui s’est dit')
      .fill('Chacun tient la nuit à deux ; personne ne sait ce que font les autres.')
    await ines.getByLabel('Ce que nous avons décidé').fill(decision)
    await ines.getByLabel('Les suites').fill('Une première réunion à distance avant la fin du mois.')
    await ines.getByLabel('Qui continue, en quelques mots').fill('Résovilles et Labo Cités.')
    await press(ines, 'Enregistrer')
    await seen(ines.getByText('La récolte est enregistrée'))
    await picture(ines, 'harvest')
    await press(ines, 'Publier la récolte')
    await press(ines.getByRole('dialog'), 'Publier la récolte')
    await seen(ines.getByText('La récolte est publiée'))
    await visit(ines, 'Accueil')
    await seen(ines.getByRole('heading', { name: /^À faire/ }))
    await gone(task(ines, 'Écrivez la récolte'))
  })

  it('everyone puts their dots, and sees the others’ once the vote is closed', async () => {
    await moveForum(claire, 'Convergence')
    for (const page of [malik, thierry]) {
      await phaseIs(page, 'Convergence')
      await seen(page.getByText(decision))
      await press(page, `Ajouter une gommette à « ${subject} »`)
      await press(page, `Ajouter une gommette à « ${subject} »`)
      await seen(page.getByRole('img', { name: '2 gommettes de vous' }))
    }
    await picture(malik, 'vote')
    expect(await malik.getByText(/gommettes\b.*dont/).count()).toBe(0)
    await moveForum(claire, 'Récolte')
    await phaseIs(malik, 'Récolte')
    await seen(malik.getByRole('listitem').filter({ hasText: subject }).filter({ hasText: '4 gommettes' }))
    await picture(claire, 'results')
  })

  it('a working group is opened from it, with everything carried over', async () => {
    await press(claire, `Ouvrir un groupe de travail depuis « ${subject} »`)
    const dialog = claire.getByRole('dialog', { name: 'Ouvrir un groupe de travail' })
    expect(await dialog.getByLabel('Nom du groupe').inputValue()).toBe(subject)
    expect(await dialog.getByLabel('À quoi il sert').inputValue()).toContain(decision)
    await seen(dialog.getByText(/Inès Carpentier anime le groupe.*2 personnes/))
    await picture(claire, 'open-group')
    await visit(malik, 'Accueil')
    await visit(thierry, 'Accueil')
    await press(dialog, 'Ouvrir le groupe')
    await press(claire, 'Voir le groupe')
    await claire.getByRole('heading', { level: 1, name: subject }).waitFor()
    await seen(claire.getByText('En constitution'))
    await seen(claire.getByText('Animation : Inès Carpentier'))
    await seen(task(ines, `Mettez « ${subject} » au travail`))
    for (const page of [malik, thierry]) await seen(task(page, `On vous invite à rejoindre « ${subject} »`))
    await picture(malik, 'invited')
  })
  it('somebody invited joins from the inbox; what they post without a network is sent once', async () => {
    await press(task(malik, subject), 'Rejoindre le groupe')
    await gone(task(malik, subject))
    await visit(malik, 'Groupes')
    await malik.getByRole('link', { name: subject }).first().click()
    await task(ines, subject).getByRole('link', { name: 'Voir' }).click()
    await seen(ines.getByText('2 membres, 2 centres'))
    const sent = answersTo(malik, 'PostUpdate')
    await malik.getByLabel('Où en est le groupe ?').fill(update)
    await malik.context().setOffline(true)
    await press(malik, 'Publier')
    await seen(malik.getByRole('button', { name: 'Un envoi en attente' }))
    await picture(malik, 'update-waits')
    await malik.context().setOffline(false)
    await seen(ines.getByRole('button', { name: /nouveauté/ }))
    await press(ines, /nouveauté/)
    await seen(ines.getByText(update))
    await gone(malik.getByText('Vous êtes hors ligne'))
    expect(await malik.getByText(update).count()).toBe(1)
    expect(sent).toEqual([200])
  })

  it('its lead sets it to work', async () => {
    await press(ines, 'Mettre au travail')
    for (const page of [ines, malik, claire])
      await seen(page.locator('main').getByText('Actif', { exact: true }))
    await picture(ines, 'group')
    await visit(ines, 'Accueil')
    await seen(task(ines, 'Envoyer la trame'))
    expect(await task(ines, `Mettez « ${subject} »`).count()).toBe(0)
  })

  it('a director drafts a joint project from it, with two centres, and sends it', async () => {
    await task(thierry, subject).getByRole('link', { name: 'Voir' }).click()
    await thierry.getByRole('link', { name: 'Proposer un projet commun' }).click()
    await seen(thierry.getByRole('link', { name: `le groupe « ${subject} »` }))
    expect(await thierry.getByLabel('À quoi sert ce projet').inputValue()).toContain(decision)
    await thierry.getByLabel('Titre du projet').fill(project)
    await thierry
      .getByLabel('Qu’existera-t-il à la fin ?')
      .fill('Un référentiel et trois journées d’échange.')
    await picture(thierry, 'proposal-1')
    await press(thierry, 'Continuer')
    await thierry.getByLabel('Début').fill(dayFromNow(0))
    await thierry.getByLabel('Fin').fill(dayFromNow(300))
    await thierry.getByLabel('Nombre minimum de partenaires').fill('1')
    await thierry.getByLabel('Jours de travail').fill('30')
    await thierry.getByLabel('Budget').fill('8000')
    await picture(thierry, 'proposal-2')
    await press(thierry, 'Continuer')
    for (const [index, centre] of ['ORIV', 'Ville Caraïbe'].entries()) {
      await press(thierry, 'Ajouter un centre')
      const part = thierry.getByRole('listitem').filter({ hasText: `Centre partenaire ${index + 1}` })
      await part.getByRole('combobox', { name: 'Centre' }).fill(centre)
      await thierry.getByRole('option', { name: centre }).click()
      await part.getByLabel('Jours de travail').fill('12')
      await part.getByLabel('Budget').fill('3000')
    }
    await picture(thierry, 'proposal-3')
    await press(thierry, 'Continuer')
    await picture(thierry, 'proposal-4')
    await press(thierry, 'Enregistrer le brouillon')
    await thierry.getByRole('heading', { level: 1, name: project }).waitFor()
    await seen(thierry.getByText('Brouillon', { exact: true }))
    farida = await enter(people.director, '/accueil')
    marieJosee = await enter(people.otherDirector, '/accueil')
    for (const page of [farida, marieJosee]) expect(await task(page, project).count()).toBe(0)
    await press(thierry, 'Envoyer aux centres')
    const dialog = thierry.getByRole('dialog', { name: 'Envoyer la proposition ?' })
    await seen(dialog.getByText('ORIV').or(dialog.getByText('Ville Caraïbe')))
    await picture(thierry, 'send')
    await press(dialog, 'Envoyer aux centres')
    for (const page of [farida, marieJosee]) await seen(task(page, project))
  })

  it('one director signs, another declines and says why; the lead sees both', async () => {
    await picture(farida, 'asked')
    await task(farida, project).getByRole('link', { name: 'Lire et signer' }).click()
    const sheet = farida.getByRole('dialog', { name: /^Signer pour/ })
    await seen(sheet.getByText('12 jours'))
    await picture(farida, 'sign')
    await press(sheet, 'Signer la version 1')
    await seen(thierry.getByText(/Signé par Farida Benhaddou/))
    await task(marieJosee, project).getByRole('link', { name: 'Lire et signer' }).click()
    await press(marieJosee.getByRole('dialog', { name: /^Signer pour/ }), 'Décliner')
    const no = marieJosee.getByRole('dialog', { name: /^Décliner pour/ })
    await no.getByLabel('Raison').fill(refusal)
    await press(no, 'Décliner l’engagement')
    await seen(thierry.getByText(refusal))
    await picture(thierry, 'answers')
    for (const page of [farida, marieJosee]) {
      await visit(page, 'Accueil')
      await seen(page.getByRole('heading', { name: /^À faire/ }))
      await gone(task(page, project))
    }
  })

  it('the lead director commits the project and starts it; both tasks come and go', async () => {
    await visit(thierry, 'Accueil')
    await press(task(thierry, project), 'Engager le projet')
    await seen(task(thierry, project).getByRole('button', { name: 'Lancer le projet' }))
    await picture(thierry, 'start')
    await press(task(thierry, project), 'Lancer le projet')
    await gone(task(thierry, project))
    await seen(thierry.getByText(`« ${project} » est lancé.`))
  })

  it('its first report is posted, and its thread reads from the gathering to the project', async () => {
    await visit(thierry, 'Projets')
    await thierry.getByRole('link', { name: project }).first().click()
    await press(thierry, 'Publier un point de situation')
    const dialog = thierry.getByRole('dialog', { name: 'Où en est le projet ?' })
    await dialog.getByLabel('Ce qui a été fait').fill(report)
    await picture(thierry, 'report')
    await press(dialog, 'Publier')
    await seen(thierry.getByText('Le point de situation est publié'))
    await thierry.getByRole('tab', { name: 'Points de situation' }).click()
    await seen(thierry.getByText(report))
    await thierry.getByRole('tab', { name: 'Parcours' }).click()
    await expectThread(thierry, thread)
  })

  it('the national coordinator finds all of it in the Observatoire, and its thread from there', async () => {
    await visit(claire, 'Observatoire')
    const forum = card(claire, 'Rencontre nationale de Tours').filter({ has: claire.getByRole('heading') })
    const link = forum.getByRole('link', { name: 'Devenu un projet : 1' })
    await seen(link)
    await picture(claire, 'observatory')
    await link.click()
    await claire.getByRole('dialog').getByRole('link', { name: subject, exact: true }).click()
    await claire.getByRole('heading', { level: 1, name: subject }).waitFor()
    await expectThread(claire, thread)
    await claire.getByRole('list', { name: threadName }).last().getByRole('link', { name: project }).click()
    await claire.getByRole('heading', { level: 1, name: project }).waitFor()
    await seen(claire.getByText(/Signé par Farida Benhaddou/))
    await seen(claire.getByText(refusal))
    await claire.getByRole('tab', { name: 'Points de situation' }).click()
    await seen(claire.getByText(report))
    expect(await claire.getByRole('button', { name: /^(Signer|Décliner|Engager|Lancer)/ }).count()).toBe(0)
    await picture(claire, 'project')
  })

  it('nobody’s page was loaded again, and nothing went wrong in any', () => {
    for (const page of [ines, claire, malik, thierry, farida, marieJosee]) {
      expect(loads.get(page)).toBe(1)
      expectNoTrouble(page, /ERR_INTERNET_DISCONNECTED/)
    }
  })
})
