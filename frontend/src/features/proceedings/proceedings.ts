import { embed } from '@/app/embedded'
import { graphql, type FragmentOf } from '@/app/graphql'

// The same topic reads otherwise in the document of its teams and in the one for anyone: neither may fill the other.
embed(
  'Proceedings ProceedingsPerson ProceedingsItem ProceedingsContribution ProceedingsAnswer ProceedingsQuestion ' +
    'ProceedingsTopic ProceedingsSession ProceedingsHarvest ProceedingsOutcome ProceedingsPromise ProceedingsCentre ProceedingsMissing ProceedingsEdition',
)

/** The whole document, as its page reads it: one statement on the server, whatever its length. */
export const proceedingsDocument = graphql(`
  fragment ProceedingsDocument on Proceedings @_unmask {
    gatheringId
    name
    city
    venue
    startsOn
    endsOn
    timeZone
    hosts
    foreword
    version
    address
    edition
    note
    finalAt
    editions {
      number
      note
      at
    }
    publicPart
    voteClosed
    viewerCanEdit
    viewerCanFinalize
    viewerCanCorrect
    pdfOffered
    programme {
      id
      title
      kind
      startsAt
      endsAt
      space
      speaker
      description
    }
    contributions {
      id
      kind
      title
      state
      context
      done
      results
      reuse
      links
      support
      public
      promisedFor
      author {
        id
        name
        centre
      }
      answers {
        text
        accepted
        author {
          id
          name
          centre
        }
      }
      promisedBy {
        id
        name
        centre
      }
    }
    questions {
      id
      itemTitle
      text
      state
      votes
      answer
      dueOn
      public
      author {
        id
        name
        centre
      }
      promisedBy {
        id
        name
        centre
      }
    }
    topics {
      id
      title
      description
      state
      people
      dots
      public
      convener {
        id
        name
        centre
      }
      sessions {
        label
        startsAt
        space
      }
      harvest {
        state
        said
        decided
        nextSteps
        carriesOn
        carriers {
          id
          name
          centre
        }
      }
    }
    outcomes {
      kind
      id
      title
      state
      originId
      originTitle
    }
    promises {
      subjectKind
      subjectId
      subject
      dueOn
      kept
      by {
        id
        name
        centre
      }
    }
    centres {
      name
      city
      people
    }
    missing {
      kind
      subjectKind
      subjectId
      subject
      dueOn
      person {
        id
        name
        centre
      }
    }
  }
`)

export const proceedingsQuery = graphql(
  `
    query Proceedings($gatheringId: ID!, $edition: Int) {
      proceedings(gatheringId: $gatheringId, edition: $edition) {
        ...ProceedingsDocument
      }
    }
  `,
  [proceedingsDocument],
)

export const publicProceedingsQuery = graphql(
  `
    query PublicProceedings($address: String!, $edition: Int) {
      publicProceedings(address: $address, edition: $edition) {
        ...ProceedingsDocument
      }
    }
  `,
  [proceedingsDocument],
)

export type Proceedings = FragmentOf<typeof proceedingsDocument>
export type Person = NonNullable<Proceedings['topics'][number]['convener']>

/** The permanent address of an edition, from that of the last one. */
export const editionAddress = (base: string, number: number) => `${base}/editions/${number}`

/** Where corrections to proceedings that are final are written. */
export const correctionAddress = (base: string) => `${base}/correction`

/** The number in an address; 0, which no edition has, where there is none. */
export const editionNumber = (written: string) => (/^[1-9]\d?$/.test(written) ? Number(written) : 0)

/** The chapters, in the order in which they are read. */
export const chapters = [
  'foreword',
  'programme',
  'barcamp',
  'stage',
  'forum',
  'results',
  'outcomes',
  'centres',
  'missing',
] as const
export type Chapter = (typeof chapters)[number]

/** How many things a chapter holds; undefined where that says nothing. */
export function countOf(p: Proceedings, chapter: Chapter): number | undefined {
  switch (chapter) {
    case 'foreword':
      return undefined
    case 'programme':
      return p.programme.length
    case 'barcamp':
      return p.contributions.length
    case 'stage':
      return p.questions.length
    case 'forum':
      return p.topics.length
    case 'results':
      return resultsOf(p).length
    case 'outcomes':
      return p.outcomes.length + p.promises.length
    case 'centres':
      return p.centres.length
    case 'missing':
      return p.missing.length
  }
}

/** The topics that received dots, the most first. */
export function resultsOf({ topics }: Proceedings): Proceedings['topics'] {
  return topics.filter(({ dots }) => (dots ?? 0) > 0).toSorted((a, b) => (b.dots ?? 0) - (a.dots ?? 0))
}

/** Whoever it is, with their centre. */
export function named({ name, centre }: Person): string {
  return centre === '' ? name : `${name} (${centre})`
}

/** A list in groups that follow one another as their first ones do. */
export function grouped<One>(list: readonly One[], by: (one: One) => string): [string, One[]][] {
  const groups = new Map<string, One[]>()
  for (const one of list) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  return [...groups]
}
