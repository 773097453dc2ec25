/** The one list of the pages' addresses. Links are made with these, so an address is never spelled twice. */
export const addresses = {
  portal: () => '/',
  signIn: () => '/connexion',
  home: () => '/accueil',
  gatherings: () => '/rencontres',
  newGathering: () => '/rencontres/nouvelle',
  gathering: (id: string) => `/rencontres/${id}`,
  preparation: (id: string) => `/rencontres/${id}/preparation`,
  participants: (gatheringId: string) => `/rencontres/${gatheringId}/participants`,
  desk: (gatheringId: string) => `/rencontres/${gatheringId}/emargement`,
  badges: (gatheringId: string) => `/rencontres/${gatheringId}/badges`,
  stage: (agendaItemId: string) => `/scenes/${agendaItemId}`,
  stageScreen: (agendaItemId: string) => `/scenes/${agendaItemId}/ecran`,
  liveQuestion: (id: string) => `/questions-posees/${id}`,
  barcamp: (gatheringId: string) => `/rencontres/${gatheringId}/barcamp`,
  contributions: () => '/pepites',
  contribution: (id: string) => `/pepites/${id}`,
  proceedings: (gatheringId: string) => `/rencontres/${gatheringId}/actes`,
  /** The permanent address of the public part. */
  publicProceedings: (address: string) => `/actes/${address}`,
  posters: (id: string) => `/rencontres/${id}/espaces/affiches`,
  space: (id: string) => `/espaces/${id}`,
  /** For whoever has the secret. */
  wall: (token: string) => `/mur/${token}`,
  /** For a calendar program, and for whoever has the secret. */
  calendar: (secret: string) => `/calendrier/${secret}.ics`,
  calendarItem: (agendaItemId: string) => `/calendrier/temps/${agendaItemId}.ics`,
  calendarSession: (occurrenceId: string) => `/calendrier/seances/${occurrenceId}.ics`,
  invitation: (token: string) => `/invitation/${token}`,
  currentForum: () => '/forum',
  forum: (id: string) => `/forums/${id}`,
  topic: (id: string) => `/sujets/${id}`,
  groups: () => '/groupes',
  group: (id: string) => `/groupes/${id}`,
  projects: () => '/projets',
  newProject: () => '/projets/nouveau',
  project: (id: string) => `/projets/${id}`,
  centres: () => '/centres',
  centre: (id: string) => `/centres/${id}`,
  people: () => '/annuaire',
  person: (id: string) => `/annuaire/${id}`,
  observatory: () => '/observatoire',
  profile: () => '/profil',
  style: () => '/style',
} as const

/** An address of the product as it is written elsewhere: to be copied, scanned or printed. */
export function whole(path: string): string {
  return new URL(path, window.location.origin).href
}

const open = /^\/(rencontres(\/[0-9a-f-]{36})?|actes\/[^/]+(\/editions\/\d+)?)\/?$/

/** Whether anyone may read what is at an address; elsewhere one signs in first. */
export function isOpen(path: string): boolean {
  return open.test(path)
}

const byType: Record<string, (id: string) => string> = {
  Gathering: addresses.gathering,
  Stage: addresses.stage,
  LiveQuestion: addresses.liveQuestion,
  Contribution: addresses.contribution,
  Forum: addresses.forum,
  Topic: addresses.topic,
  WorkingGroup: addresses.group,
  JointProject: addresses.project,
  Centre: addresses.centre,
  StaffMember: addresses.person,
}

/** The page of any object of the graph, by its type; undefined for what has no page of its own. */
export function addressOf(object: { __typename?: string; id: string }): string | undefined {
  return object.__typename === undefined ? undefined : byType[object.__typename]?.(object.id)
}

const byKind: Record<string, (id: string) => string> = {
  CENTRE: addresses.centre,
  STAFF_MEMBER: addresses.person,
  GATHERING: addresses.gathering,
  LIVE_QUESTION: addresses.liveQuestion,
  CONTRIBUTION: addresses.contribution,
  FORUM: addresses.forum,
  TOPIC: addresses.topic,
  // A session, its harvest and its votes are read on their topic's page, and carry its id.
  SESSION: addresses.topic,
  HARVEST: addresses.topic,
  VOTE: addresses.topic,
  WORKING_GROUP: addresses.group,
  JOINT_PROJECT: addresses.project,
}

/** The same by an ObjectKind or a ThreadKind. */
export function addressOfKind(kind: string, id: string): string | undefined {
  return byKind[kind]?.(id)
}
