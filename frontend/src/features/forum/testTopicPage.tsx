import { screen } from '@testing-library/react'
import { renderApp, stubClient, type StubAnswer } from '@/test/render'
import { harvest, malik, nadia, placed, said } from './testForum'
import { TopicPage } from './TopicPage'

/** What was written of a session, twice. */
export const written = (changes: object = {}) =>
  harvest({
    state: 'DRAFT',
    version: 2,
    editedAt: '2026-11-23T10:20:00Z',
    editedBy: malik,
    revisions: [
      {
        __typename: 'HarvestRevision',
        version: 1,
        said: 'Premier jet',
        decided: '',
        nextSteps: '',
        carriesOn: '',
        editedAt: '2026-11-23T10:10:00Z',
        editedBy: nadia,
      },
    ],
    ...changes,
  })

/** A topic in session, that Nadia convenes, as its own page reads it. */
export function page(changes: object = {}) {
  const base = placed('morning', 'loire', {
    id: 'topic',
    title: 'Un tutorat entre régions',
    description: 'Pour les nouveaux.',
    state: 'RUNNING',
    convener: nadia as never,
    viewerCanWriteHarvest: true,
    viewerCanHold: true,
  })
  const slot = {
    __typename: 'Slot',
    id: 'morning',
    label: 'Premier créneau',
    startsAt: '2026-11-23T09:30:00Z',
    endsAt: '2026-11-23T10:30:00Z',
  }
  return {
    ...base,
    viewerCanEdit: true,
    viewerCanWithdraw: true,
    viewerCanPublishHarvest: false,
    viewerCanConfirmHarvest: false,
    resumedAs: null,
    occurrence: {
      ...base.occurrence,
      state: 'RUNNING',
      participantCount: 2,
      hereCount: 2,
      slot,
      space: { __typename: 'Space', id: 'loire', name: 'Salle Loire', capacity: 18 },
      participants: [nadia, malik],
    },
    occurrences: [
      {
        __typename: 'Occurrence',
        id: 'before',
        state: 'MOVED',
        participantCount: 0,
        hereCount: 0,
        viewerCheckedIn: false,
        slot,
        space: { __typename: 'Space', id: 'indre', name: 'Salle Indre' },
      },
    ],
    harvest: null,
    forum: {
      __typename: 'Forum',
      id: 'forum',
      name: 'Forum ouvert de Tours',
      phase: 'SESSIONS',
      convenersPlace: true,
      dotsPerPerson: 5,
      viewerDotsUsed: 0,
      viewerCentreDotsLeft: null,
      voteClosed: false,
      viewerCanFacilitate: false,
      gathering: {
        __typename: 'Gathering',
        id: 'gathering',
        name: 'Rencontre de Tours',
        startsOn: '2026-11-22',
        timeZone: 'Europe/Paris',
      },
    },
    ...changes,
  }
}

/** Who is writing it now. */
export const writing = (...writers: object[]) => ({ topic: { __typename: 'Topic', id: 'topic', writers } })

/** Shows the page of a topic for a test; what the page asks beside it is answered by `answers`. */
export async function show(
  state: object | null,
  answers: Record<string, StubAnswer> = {},
  language: 'fr' | 'en' = 'fr',
  at = '/sujets/topic',
) {
  const client = stubClient({
    TopicPage: { topic: state },
    TopicJournal: {
      topic: state && {
        __typename: 'Topic',
        id: 'topic',
        events: { __typename: 'EventConnection', nodes: [] },
      },
    },
    ObjectThread: { thread: { __typename: 'Thread', nodes: [], edges: [] } },
    ForumThemes: { themes: [] },
    TopicWriters: writing(),
    NoteWriting: {
      noteWriting: { __typename: 'NoteWritingPayload', topic: { __typename: 'Topic', id: 'topic' } },
    },
    ...answers,
  })
  return renderApp(<TopicPage />, { client, language, path: '/sujets/$topicId', at })
}

export const field = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name: said(name) })
