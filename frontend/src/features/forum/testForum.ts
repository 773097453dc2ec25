import type { Forum, WallTopic } from './forum'

type BoardTopic = Forum['topics'][number]

/** A forum for tests, in the shape of the server's answer, type names included. */

const person = (id: string, name: string, centre = 'Résovilles') => ({
  __typename: 'StaffMember',
  id,
  name,
  centre: { __typename: 'Centre', id: `centre-${centre}`, shortName: centre },
})

/** Her centre is the one she signs in with: the cache holds each object once. */
export const nadia = {
  ...person('person', 'Nadia Berthelot'),
  centre: { __typename: 'Centre', id: 'centre', shortName: 'Résovilles' },
}
export const malik = person('malik', 'Malik Ouedraogo', 'Labo Cités')

export const theme = (id: string, labelFr: string, labelEn: string) => ({
  __typename: 'Theme',
  id,
  labelFr,
  labelEn,
})
export const schools = theme('schools', 'Cités éducatives', 'Educational cities')

export const slots = [
  {
    id: 'morning',
    label: 'Premier créneau',
    startsAt: '2026-11-23T09:30:00Z',
    endsAt: '2026-11-23T10:30:00Z',
  },
  { id: 'noon', label: 'Deuxième créneau', startsAt: '2026-11-23T10:40:00Z', endsAt: '2026-11-23T11:40:00Z' },
].map((slot) => ({ __typename: 'Slot', version: 1, ...slot }))

export const spaces = [
  { id: 'loire', name: 'Salle Loire', capacity: 18 },
  { id: 'indre', name: 'Salle Indre', capacity: 8 },
].map((space) => ({ __typename: 'Space', ...space }))

let made = 0

/** A topic of the wall; whoever signs in for a test is Nadia, « person ». */
export function topic(changes: Partial<WallTopic> = {}): BoardTopic {
  const id = changes.id ?? `topic-${++made}`
  return {
    __typename: 'Topic',
    id,
    title: `Sujet ${id}`,
    description: '',
    state: 'PROPOSED',
    intendedOutcome: 'EXCHANGE',
    starCount: 3,
    viewerStarred: false,
    dotCount: null,
    viewerDots: 0,
    fate: 'PROPOSED',
    createdAt: '2026-11-20T09:00:00Z',
    version: 1,
    allowedTransitions: [],
    viewerCanTake: false,
    viewerCanStar: true,
    viewerCanMerge: false,
    viewerCanPostpone: false,
    viewerCanPlace: false,
    viewerCanRepeat: false,
    viewerCanUnplace: false,
    viewerCanPitch: false,
    viewerCanStart: false,
    viewerCanHold: false,
    viewerCanCheckIn: false,
    viewerCanCheckOut: false,
    viewerCanWriteHarvest: false,
    viewerCanChaseHarvest: false,
    chasedAt: null,
    viewerCanVote: false,
    viewerCanOpenWorkingGroup: false,
    convener: malik,
    author: malik,
    forum: { __typename: 'Forum', id: 'forum' },
    themes: [],
    occurrence: null,
    harvest: null,
    workingGroup: null,
    mergedInto: null,
    postponedTo: null,
    sessions: [],
    ...changes,
  } as unknown as BoardTopic
}

const stateOf: Partial<Record<WallTopic['state'], string>> = {
  RUNNING: 'RUNNING',
  HELD: 'ENDED',
  HARVESTED: 'ENDED',
}

/** A session in a cell. */
export function session(id: string, slotId: string, spaceId: string, changes: object = {}) {
  return {
    __typename: 'Occurrence',
    id,
    state: 'PLANNED',
    participantCount: 0,
    hereCount: 0,
    viewerCheckedIn: false,
    slot: slots.find((slot) => slot.id === slotId)!,
    space: spaces.find((space) => space.id === spaceId)!,
    ...changes,
  } as unknown as BoardTopic['sessions'][number]
}

export function placed(slotId: string, spaceId: string, changes: Partial<WallTopic> = {}): BoardTopic {
  const made = topic({ state: 'SCHEDULED', ...changes })
  const occurrence = session(`occurrence-${made.id}`, slotId, spaceId, {
    state: stateOf[made.state] ?? 'PLANNED',
  })
  return { ...made, occurrence, sessions: changes.sessions ?? [occurrence] }
}

export const harvest = (changes: object = {}) =>
  ({
    __typename: 'Harvest',
    id: 'harvest',
    state: 'PUBLISHED',
    said: 'Beaucoup de bonnes idées.',
    decided: 'Se revoir en mars.',
    nextSteps: 'Écrire une note.',
    carriesOn: '',
    carriers: [nadia],
    ...changes,
  }) as unknown as NonNullable<WallTopic['harvest']>

export function forum(changes: Partial<Forum> = {}): Forum {
  return {
    __typename: 'Forum',
    id: 'forum',
    name: 'Forum ouvert de Tours',
    phase: 'MARKETPLACE',
    allowedTransitions: [],
    convenersPlace: true,
    dotsPerPerson: 5,
    dotsPerCentre: null,
    viewerDotsUsed: 0,
    viewerCentreDotsLeft: null,
    spotlight: null,
    viewerCanEdit: false,
    viewerCanEditDots: false,
    viewerCanEditSlots: false,
    viewerCanSpotlight: false,
    viewerCanProposeTimetable: false,
    voteClosed: false,
    version: 4,
    viewerCanPropose: true,
    viewerCanFacilitate: false,
    viewerCanStar: true,
    viewerCanVote: false,
    viewerCanOpenWorkingGroups: false,
    facilitator: person('claire', 'Claire Montbrun'),
    gathering: {
      __typename: 'Gathering',
      id: 'gathering',
      name: 'Rencontre de Tours',
      city: 'Tours',
      startsOn: '2026-11-22',
      endsOn: '2026-11-23',
      timeZone: 'Europe/Paris',
      state: 'LIVE',
    },
    slots,
    spaces,
    topics: [],
    ...changes,
  } as unknown as Forum
}

/** Words as they are read: typed with plain spaces and apostrophes, found as French typography set them. */
export function said(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll(/['’]/g, "['’]").replaceAll(/\s/g, String.raw`\s`)}$`)
}
