import { graphql, type FragmentOf, type ResultOf } from '@/app/graphql'

/** A person in a list. */
export const personSummary = graphql(`
  fragment PersonSummary on StaffMember @_unmask {
    id
    name
    job
    active
    email
    phone
    centre {
      id
      shortName
    }
    themes {
      id
      labelFr
      labelEn
    }
  }
`)
export type PersonSummary = FragmentOf<typeof personSummary>

export const peopleQuery = graphql(
  `
    query People($filter: StaffMemberFilter, $first: Int!, $after: String) {
      staffMembers(filter: $filter, first: $first, after: $after) {
        nodes {
          ...PersonSummary
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [personSummary],
)

/** A person, with what they have really taken part in. */
export const personQuery = graphql(`
  query Person($id: ID!) {
    staffMember(id: $id) {
      id
      name
      givenName
      job
      networkRole
      email
      phone
      bio
      active
      version
      centre {
        id
        shortName
        city
      }
      themes {
        id
        labelFr
        labelEn
      }
      memberships(first: 30) {
        nodes {
          id
          role
          since
          workingGroup {
            id
            name
            state
          }
        }
        totalCount
      }
      teamMemberships {
        id
        role
        since
        jointProject {
          id
          title
          state
          leadCentre {
            id
            shortName
          }
        }
      }
      viewerCanEdit
      viewerCanDeactivate
      viewerCanSetNetworkRole
    }
  }
`)
export type Person = NonNullable<ResultOf<typeof personQuery>['staffMember']>
