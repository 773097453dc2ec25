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
    }
  `,
  [quietGroup, quietProject],
)

/** What waits for somebody: signatures and harvests. Asked beside the former, so that neither is a long question. */
export const waitingQuery = graphql(
  `
    query ObservatoryWaiting($themeId: ID) {
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
  [unsignedProject],
)

export type Attention = ResultOf<typeof attentionQuery> & ResultOf<typeof waitingQuery>
export type QuietGroup = ResultOf<typeof quietGroup>
export type QuietProject = ResultOf<typeof quietProject>

/** The signatures that a project waits for: from whom, since when. */
export interface Awaited {
  project: { id: string; title: string }
  parts: { id: string; centre: string; isReconfirmed: boolean; since: string | null }[]
}

/** The projects that wait for signatures, the longest wait first. */
export function awaitedOf(projects: readonly ResultOf<typeof unsignedProject>[]): Awaited[] {
  const first = ({ parts }: Awaited) => parts[0]?.since ?? ''
  return projects
    .map(({ id, title, partnerships }) => ({
      project: { id, title },
      parts: partnerships
        .filter(({ state }) => state === 'INVITED' || state === 'TO_RECONFIRM')
        .map((part) => ({
          id: part.id,
          centre: part.centre.shortName,
          isReconfirmed: part.state === 'TO_RECONFIRM',
          since: part.invitedAt,
        }))
        .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? '')),
    }))
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => first(a).localeCompare(first(b)))
}
