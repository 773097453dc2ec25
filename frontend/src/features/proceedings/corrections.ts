import type { VariablesOf } from '@/app/graphql'
import type { correctProceedings } from './acts'
import type { Person, Proceedings } from './proceedings'

type Sent = VariablesOf<typeof correctProceedings>['input']['corrections'][number]
export type Part = Sent['part']

/** A text of the document that another can replace. */
export interface Corrigible {
  part: Part
  subjectId: string | null
  /** Which of a question's answers. */
  place: number
  /** What it belongs to, as the document calls it. */
  of: string
  text: string
}

/** What replaces one. */
export type Correction = Pick<Corrigible, 'part' | 'subjectId' | 'place' | 'text'>

/** What is prepared, with the edition it was written on: a draft taken up later is not taken for a new one. */
export interface Prepared {
  version: number
  note: string
  corrections: Correction[]
}

/** Where on the page what is prepared stands. */
export const preparedId = 'prepared'

export const keyOf = ({ part, subjectId, place }: Omit<Correction, 'text'>) =>
  `${part} ${subjectId ?? ''} ${place}`

/** How long each text may be; the server says the same. */
export const lengths: Record<Part, number> = {
  FOREWORD: 20_000,
  PERSON_NAME: 200,
  ITEM_TITLE: 200,
  ITEM_SPEAKER: 200,
  ITEM_DESCRIPTION: 4000,
  CONTRIBUTION_TITLE: 120,
  CONTRIBUTION_CONTEXT: 4000,
  CONTRIBUTION_DONE: 4000,
  CONTRIBUTION_RESULTS: 4000,
  CONTRIBUTION_REUSE: 4000,
  CONTRIBUTION_ANSWER: 4000,
  QUESTION_TEXT: 500,
  QUESTION_ANSWER: 4000,
  TOPIC_TITLE: 120,
  TOPIC_DESCRIPTION: 4000,
  HARVEST_SAID: 10_000,
  HARVEST_DECIDED: 10_000,
  HARVEST_NEXT_STEPS: 10_000,
  HARVEST_CARRIES_ON: 4000,
}

const lines: readonly Part[] = [
  'PERSON_NAME',
  'ITEM_TITLE',
  'ITEM_SPEAKER',
  'CONTRIBUTION_TITLE',
  'TOPIC_TITLE',
]

/** Whether it is written on one line. */
export const isLine = (part: Part) => lines.includes(part)

/** Whether it may not be left empty. */
export const isNeeded = (part: Part) =>
  (isLine(part) && part !== 'ITEM_SPEAKER') ||
  part === 'CONTRIBUTION_ANSWER' ||
  part === 'QUESTION_TEXT' ||
  part === 'QUESTION_ANSWER'

/** Every text that can be corrected, in the order of the document; names come last. What is missing and can be given is an empty one. */
export function textsOf(p: Proceedings): Corrigible[] {
  const found: Corrigible[] = []
  const add = (
    subjectId: string | null,
    of: string,
    texts: Partial<Record<Part, string | null>>,
    place = 0,
  ) => {
    for (const [part, text] of Object.entries(texts))
      if (text !== null) found.push({ part: part as Part, subjectId, place, of, text })
  }
  /** A part that nothing was written in is no text to correct. */
  const written = (text: string) => (text === '' ? null : text)
  add(null, p.name, { FOREWORD: p.foreword })
  for (const { id, title, speaker, description } of p.programme)
    add(id, title, {
      ITEM_TITLE: title,
      ITEM_SPEAKER: written(speaker),
      ITEM_DESCRIPTION: written(description),
    })
  for (const { id, title, context, done, results, reuse, answers } of p.contributions) {
    add(id, title, {
      CONTRIBUTION_TITLE: title,
      CONTRIBUTION_CONTEXT: written(context),
      CONTRIBUTION_DONE: written(done),
      CONTRIBUTION_RESULTS: written(results),
      CONTRIBUTION_REUSE: written(reuse),
    })
    for (const [place, { text }] of answers.entries()) add(id, title, { CONTRIBUTION_ANSWER: text }, place)
  }
  for (const { id, text, answer } of p.questions)
    add(id, text, { QUESTION_TEXT: text, QUESTION_ANSWER: answer })
  for (const { id, title, description, state, harvest } of p.topics) {
    add(id, title, { TOPIC_TITLE: title, TOPIC_DESCRIPTION: written(description) })
    if (harvest !== null || state === 'HELD')
      add(id, title, {
        HARVEST_SAID: harvest?.said ?? '',
        HARVEST_DECIDED: harvest?.decided ?? '',
        HARVEST_NEXT_STEPS: harvest?.nextSteps ?? '',
        HARVEST_CARRIES_ON: harvest?.carriesOn ?? '',
      })
  }
  for (const { id, name, centre } of peopleOf(p)) add(id, centre, { PERSON_NAME: name })
  return found
}

/** Everybody the document names, once, by name. */
function peopleOf({ contributions, questions, topics }: Proceedings): Person[] {
  const people = new Map<string, Person>()
  const add = (...named: (Person | null)[]) => {
    for (const person of named) if (person !== null) people.set(person.id, person)
  }
  for (const { author, promisedBy, answers } of contributions)
    add(author, promisedBy, ...answers.map((answer) => answer.author))
  for (const { author, promisedBy } of questions) add(author, promisedBy)
  for (const { convener, harvest } of topics) add(convener, ...(harvest?.carriers ?? []))
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** Letters alike, whatever their accents, case and apostrophes. */
const even = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** The texts in which something stands; all of them for nothing. */
export function matching(texts: readonly Corrigible[], search: string): Corrigible[] {
  const wanted = even(search.trim())
  return texts.filter(({ text, of }) => even(text).includes(wanted) || even(of).includes(wanted))
}

const around = 60
const most = 200

/** The beginning of a text, or what stands around the first place where something does. */
export function excerpt(text: string, search: string): string {
  // A letter and its accents may count for several here: that moves where the excerpt begins, no more.
  const at = search.trim() === '' ? -1 : even(text).indexOf(even(search.trim()))
  const from = at > around ? at - around : 0
  const cut = text.slice(from, from + most)
  return `${from > 0 ? '… ' : ''}${cut}${from + most < text.length ? ' …' : ''}`
}
