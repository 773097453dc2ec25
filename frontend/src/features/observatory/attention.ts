import { graphql, type ResultOf } from '@/app/graphql'

/** A group that asks for attention, with its reasons and whom to ask. */
export const quietGroup = graphql(`
  fragment QuietGroup on WorkingGroup @_unmask {
    id
    name
    state
    health
    healthFacts {
      code
      since
      count
    }
    lead {
      id
      staffMember {
        id
        name
      }
    }
  }
`)

/** The same of a project, with the parts that are not signed. */
export const quietProject = graphql(`
  fragment QuietProject on JointProject @_unmask {
    id
    title
    state
    health
    healthFacts {
      code
      since
      count
    }
    leadCentre {
      id
      shortName
    }
    team {
      id
      role
      staffMember {
        id
        name
      }
    }
  }
`)

export const unsignedProject = graphql(`
  fragment UnsignedProject on JointProject @_unmask {
    id
    title
    partnerships {
      id
      state
      invitedAt
      centre {
        id
        shortName
      }
    }
  }
`)

export const attentionQuery = graphql(
  `
    query ObservatoryAttention($themeId: ID) {
      groups: workingGroups(
        filter: { needsAttention: true, themeId: $themeId }
        orderBy: QUIETEST
        first: 5
      ) {
        nodes {
          ...QuietGroup
        }
        totalCount
      }
      projects: jointProjects(filter: { needsAttention: true, themeId: $themeId }, first: 5) {
        nodes {
          ...QuietProject
        }
        totalCount
      }
      signing: jointProjects(
        filter: { states: [CONSULTATION, COMMITTED, RUNNING, SUSPENDED], themeId: $themeId }
        first: 50
      ) {
        nodes {
          ...UnsignedProject
        }
      }
      unharvested: topics(filter: { fates: [HELD], themeId: $themeId }, orderBy: NEWEST, first: 5) {
        nodes {
          id
          title
          convener {
            id
            name
          }
        }
        totalCount
      }
    }
  `,
  [quietGroup, quietProject, unsignedProject],
)

export type Attention = ResultOf<typeof attentionQuery>
export type QuietGroup = ResultOf<typeof quietGroup>
export type QuietProject = ResultOf<typeof quietProject>

/** A signature that is waited for: from whom, for what, since when. */
export interface Awaited {
  id: string
  project: { id: string; title: string }
  centre: { id: string; shortName: string }
  isReconfirmed: boolean
  since: string | null
}

/** The signatures that are waited for, the longest first. */
export function awaitedOf(projects: readonly ResultOf<typeof unsignedProject>[]): Awaited[] {
  return projects
    .flatMap(({ id, title, partnerships }) =>
      partnerships
        .filter(({ state }) => state === 'INVITED' || state === 'TO_RECONFIRM')
        .map((part) => ({
          id: part.id,
          project: { id, title },
          centre: part.centre,
          isReconfirmed: part.state === 'TO_RECONFIRM',
          since: part.invitedAt,
        })),
    )
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))
}
