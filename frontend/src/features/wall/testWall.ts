import type { Wall, WallTopic } from './wall'

/** A wall for tests, in the shape of the server's answer. */
export function wallTopic(id: string, changes: Partial<WallTopic> = {}): WallTopic {
  return {
    id,
    title: `Sujet ${id}`,
    state: 'SCHEDULED',
    slotId: null,
    spaceId: null,
    stars: 0,
    here: 0,
    dots: null,
    ...changes,
  }
}

export function wall(changes: Partial<Wall> = {}): Wall {
  return {
    gathering: 'Rencontre de Tours',
    city: 'Tours',
    timeZone: 'Europe/Paris',
    at: new Date().toISOString(),
    forumId: 'forum',
    phase: 'SESSIONS',
    agenda: [],
    onStage: null,
    spotlightId: null,
    slots: [
      {
        id: 'one',
        label: 'Premier créneau',
        startsAt: '2026-11-23T10:00:00Z',
        endsAt: '2026-11-23T11:00:00Z',
      },
      {
        id: 'two',
        label: 'Deuxième créneau',
        startsAt: '2026-11-23T11:10:00Z',
        endsAt: '2026-11-23T12:10:00Z',
      },
    ],
    spaces: [
      { id: 'loire', name: 'Loire' },
      { id: 'cher', name: 'Cher' },
      { id: 'vienne', name: 'Vienne' },
    ],
    topics: [],
    counters: { topics: 5, stars: 9, running: 1, held: 0, harvests: 0, dots: 0, people: 3 },
    ...changes,
  }
}
