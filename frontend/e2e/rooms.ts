import type { Page } from 'playwright-core'
import { base, people } from './helpers'

/** What the addresses of the pages are made of: an object of each kind, in each state it is met in. */
export interface Known {
  gathering: string[]
  /** An item of the agenda that takes questions. */
  stage: string
  liveQuestion: string[]
  forum: string[]
  topic: string[]
  contribution: string[]
  group: string[]
  project: string[]
  space: string
  centre: string
  person: string
  /** Two centres that have worked together. */
  ties: readonly [string, string]
}

interface Found {
  id: string
  state: string
}

/** The first of each state: a page looks different in each. */
function eachState(found: readonly Found[]): string[] {
  return [...new Map(found.toReversed().map(({ id, state }) => [state, id])).values()].toReversed()
}

async function ask<Data>(page: Page, query: string): Promise<Data> {
  const answer = await page.request.post('/graphql', { headers: { Origin: base() }, data: { query } })
  const { data, errors } = (await answer.json()) as { data: Data | null; errors?: unknown }
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** Asks the server who and what there is, as the person signed in. */
export async function know(page: Page): Promise<Known> {
  const data = await ask<Answer>(
    page,
    `query Known {
      viewer { id staffMember { id } }
      gatherings(first: 10) { nodes { id state openStage { id } forum { id phase topics { id state } spaces { id } } } }
      contributions(first: 100, filter: { includeWithdrawn: true }) { nodes { id kind state } }
      workingGroups(first: 100) { nodes { id state } }
      jointProjects(first: 100) { nodes { id state } }
      centres(first: 3) { nodes { id } }
      observatory(period: { startsOn: "2019-01-01", endsOn: "2026-12-31" }) { ties { centreId otherCentreId } }
    }`,
  )
  const gatherings = data.gatherings.nodes
  const stage = gatherings.find(({ openStage }) => openStage !== null)!.openStage!.id
  const { stage: asked } = await ask<{ stage: { questions: { nodes: Found[] } } }>(
    page,
    `query Asked { stage(id: "${stage}") { questions(first: 100) { nodes { id state } } } }`,
  )
  const forums = gatherings.flatMap(({ forum }) => (forum === null ? [] : [forum]))
  return {
    gathering: eachState(gatherings),
    stage,
    liveQuestion: eachState(asked.questions.nodes),
    forum: eachState(forums.map(({ id, phase }) => ({ id, state: phase }))),
    topic: eachState(forums.flatMap(({ topics }) => topics)),
    contribution: eachState(
      data.contributions.nodes.map(({ id, kind, state }) => ({ id, state: `${kind} ${state}` })),
    ),
    group: eachState(data.workingGroups.nodes),
    project: eachState(data.jointProjects.nodes),
    // Of a gathering that is over: nothing is to come in it.
    space: forums.at(-1)!.spaces[0]!.id,
    centre: data.centres.nodes[0]!.id,
    person: data.viewer.staffMember.id,
    ties: [data.observatory.ties[0]!.centreId, data.observatory.ties[0]!.otherCentreId],
  }
}

interface Answer {
  viewer: { staffMember: { id: string } }
  gatherings: {
    nodes: (Found & {
      openStage: { id: string } | null
      forum: { id: string; phase: string; topics: Found[]; spaces: { id: string }[] } | null
    })[]
  }
  contributions: { nodes: (Found & { kind: string })[] }
  workingGroups: { nodes: Found[] }
  jointProjects: { nodes: Found[] }
  centres: { nodes: { id: string }[] }
  observatory: { ties: { centreId: string; otherCentreId: string }[] }
}

/** What opens the wall of today's gathering in the demonstration, whose secrets are everybody's. */
export const wallToken = 'mlg_wal_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabpmppki'

/** What opens the link of a guest of the demonstration who has not come yet. */
export const invitationToken = 'mlg_inv_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaatf2drxy'

export interface Room {
  /** Whoever has most to see there; nobody for what anyone may read. */
  who: string | null
  /** The addresses of the page: the first as one meets it, the others with its other faces. */
  at: (known: Known) => readonly string[]
}

/** Every page of the application by its route, as the router knows it: a test holds the one to the other. */
export const rooms: Readonly<Record<string, Room>> = {
  '/mur/$token': { who: null, at: () => [`/mur/${wallToken}`, '/mur/mlg_wal_inconnu'] },
  '/invitation/$token': {
    who: null,
    at: () => [`/invitation/${invitationToken}`, '/invitation/mlg_inv_inconnu'],
  },
  '/connexion': { who: null, at: () => ['/connexion'] },
  '/accueil': { who: people.officer, at: () => ['/accueil'] },
  '/forum': { who: people.officer, at: () => ['/forum'] },
  '/forums/$forumId': {
    who: people.coordinator,
    at: ({ forum }) => [
      ...forum.map((id) => `/forums/${id}`),
      `/forums/${forum[0]}?vue=programme`,
      `/forums/${forum[0]}?vue=tableau`,
      `/forums/${forum.at(-1)}?vue=vote`,
      `/forums/${forum.at(-1)}?vue=tableau`,
    ],
  },
  '/sujets/$topicId': {
    who: people.coordinator,
    at: ({ topic }) => topic.map((id) => `/sujets/${id}`),
  },
  '/groupes': { who: people.officer, at: () => ['/groupes', '/groupes?vue=tableau', '/groupes?q=zzzz'] },
  '/groupes/$groupId': {
    who: people.coordinator,
    at: ({ group }) => [
      ...group.map((id) => `/groupes/${id}`),
      `/groupes/${group[0]}?onglet=jalons`,
      `/groupes/${group[0]}?onglet=membres`,
      `/groupes/${group[0]}?onglet=parcours`,
    ],
  },
  '/projets': { who: people.leadDirector, at: () => ['/projets', '/projets?vue=tableau', '/projets?q=zzzz'] },
  '/projets/nouveau': {
    who: people.leadDirector,
    at: ({ group }) => [
      '/projets/nouveau',
      '/projets/nouveau?etape=part',
      `/projets/nouveau?origine=${group[0]}&etape=centres`,
      '/projets/nouveau?etape=relecture',
    ],
  },
  '/projets/$projectId': {
    who: people.leadDirector,
    at: ({ project }) => [
      ...project.map((id) => `/projets/${id}`),
      `/projets/${project[0]}?onglet=points`,
      `/projets/${project[0]}?onglet=equipe`,
      `/projets/${project[0]}?onglet=journal`,
      `/projets/${project[0]}?onglet=fil`,
    ],
  },
  '/rencontres': { who: people.officer, at: () => ['/rencontres', '/rencontres?q=zzzz'] },
  '/rencontres/nouvelle': { who: people.coordinator, at: () => ['/rencontres/nouvelle'] },
  '/rencontres/$gatheringId': {
    who: people.coordinator,
    at: ({ gathering }) => [
      ...gathering.map((id) => `/rencontres/${id}`),
      ...gathering.map((id) => `/rencontres/${id}?vue=moi`),
      `/rencontres/${gathering.at(-1)}?q=zzzz`,
    ],
  },
  '/rencontres/$gatheringId/preparation': {
    who: people.coordinator,
    at: ({ gathering }) => [
      ...gathering.map((id) => `/rencontres/${id}/preparation`),
      `/rencontres/${gathering[0]}/preparation?onglet=espaces`,
      `/rencontres/${gathering[1]}/preparation?onglet=invites`,
      `/rencontres/${gathering[1]}/preparation?onglet=invites&q=zzzz`,
      `/rencontres/${gathering[0]}/preparation?onglet=informations`,
      `/rencontres/${gathering[1]}/preparation?onglet=versions`,
    ],
  },
  '/rencontres/$gatheringId/participants': {
    who: people.coordinator,
    at: ({ gathering }) => [
      ...gathering.map((id) => `/rencontres/${id}/participants`),
      `/rencontres/${gathering[1]}/participants?place=AWAITED`,
      `/rencontres/${gathering.at(-1)}/participants?q=zzzz`,
    ],
  },
  '/rencontres/$gatheringId/emargement': {
    who: people.coordinator,
    at: ({ gathering }) => [
      ...gathering.map((id) => `/rencontres/${id}/emargement`),
      `/rencontres/${gathering.at(-1)}/emargement?attendus=true&q=zzzz`,
    ],
  },
  '/rencontres/$gatheringId/badges': {
    who: people.coordinator,
    at: ({ gathering }) => gathering.map((id) => `/rencontres/${id}/badges`),
  },
  '/rencontres/$gatheringId/actes': {
    who: people.coordinator,
    // The first is a draft, which has none yet.
    at: ({ gathering }) => gathering.slice(1).map((id) => `/rencontres/${id}/actes`),
  },
  '/rencontres/$gatheringId/actes/editions/$edition': {
    who: people.coordinator,
    at: ({ gathering }) => gathering.slice(-1).flatMap((id) => [`/rencontres/${id}/actes/editions/1`]),
  },
  '/rencontres/$gatheringId/actes/correction': {
    who: people.coordinator,
    at: ({ gathering }) => gathering.slice(1).map((id) => `/rencontres/${id}/actes/correction`),
  },
  '/actes/$address/editions/$edition': {
    who: null,
    at: () => ['/actes/2019-nantes/editions/1', '/actes/2019-nantes/editions/9'],
  },
  '/actes/$address': { who: null, at: () => ['/actes/2019-nantes', '/actes/2019-nulle-part'] },
  '/scenes/$agendaItemId': {
    who: people.coordinator,
    at: ({ stage }) => [
      `/scenes/${stage}`,
      `/scenes/${stage}?vue=relire`,
      `/scenes/${stage}?vue=reponses`,
      `/scenes/${stage}?vue=miennes`,
      `/scenes/${stage}?q=zzzz`,
    ],
  },
  '/questions-posees/$questionId': {
    who: people.coordinator,
    at: ({ liveQuestion }) => liveQuestion.map((id) => `/questions-posees/${id}`),
  },
  '/scenes/$agendaItemId/ecran': { who: people.officer, at: ({ stage }) => [`/scenes/${stage}/ecran`] },
  '/rencontres/$gatheringId/barcamp': {
    who: people.coordinator,
    at: ({ gathering }) => [
      ...gathering.map((id) => `/rencontres/${id}/barcamp`),
      `/rencontres/${gathering[0]}/barcamp?ordre=SUPPORT&q=zzzz`,
    ],
  },
  '/pepites': {
    who: people.officer,
    at: () => [
      '/pepites',
      '/pepites?miennes=true',
      '/pepites?nature=QUESTION&q=zzzz',
      '/pepites?nouvelle=PEPITE',
    ],
  },
  '/pepites/$contributionId': {
    who: people.coordinator,
    at: ({ contribution }) => contribution.map((id) => `/pepites/${id}`),
  },
  '/rencontres/$gatheringId/espaces/affiches': {
    who: people.coordinator,
    at: ({ gathering }) => gathering.map((id) => `/rencontres/${id}/espaces/affiches`),
  },
  '/espaces/$spaceId': { who: people.officer, at: ({ space }) => [`/espaces/${space}`] },
  '/centres': { who: people.officer, at: () => ['/centres', '/centres?q=zzzz'] },
  '/centres/$centreId': { who: people.director, at: ({ centre }) => [`/centres/${centre}`] },
  '/annuaire': { who: people.officer, at: () => ['/annuaire', '/annuaire?q=zzzz'] },
  '/annuaire/$personId': { who: people.administrator, at: ({ person }) => [`/annuaire/${person}`] },
  '/profil': {
    who: people.officer,
    at: () => [
      '/profil',
      '/profil?onglet=agenda',
      '/profil?onglet=securite',
      '/profil?onglet=jetons',
      '/profil?onglet=affichage',
    ],
  },
  '/observatoire': {
    who: people.coordinator,
    at: ({ ties: [a, b], forum }) => [
      '/observatoire',
      '/observatoire?vue=matrice',
      '/observatoire?vue=carte',
      '/observatoire?vue=tableau',
      `/observatoire?a=${a}&b=${b}`,
      `/observatoire?forum=${forum.at(-1)}&devenir=WORKING_GROUP`,
    ],
  },
  '/style': { who: null, at: () => ['/style'] },
  '/$': { who: people.guest, at: () => ['/nulle-part'] },
}
