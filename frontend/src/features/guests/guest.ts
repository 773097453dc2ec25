import { graphql, type ResultOf } from '@/app/graphql'

export const guestsQuery = graphql(`
  query Guests($gatheringId: ID!, $filter: GuestFilter, $first: Int!, $after: String) {
    gathering(id: $gatheringId) {
      id
      viewerCanInvite
      guests(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          kind
          function
          state
          invitedAt
          arrivedAt
          openUntil
          version
          viewerCanEdit
          invitedBy {
            id
            name
          }
          staffMember {
            id
            name
            givenName
            familyName
            email
          }
        }
      }
    }
  }
`)

type GuestsOf = NonNullable<ResultOf<typeof guestsQuery>['gathering']>
export type Guest = GuestsOf['guests']['nodes'][number]
export type GuestState = Guest['state']

export const states = ['INVITED', 'ARRIVED', 'REVOKED', 'ENDED'] as const satisfies readonly GuestState[]
export const kinds = ['SPEAKER', 'ELECTED', 'FUNDER', 'OTHER'] as const satisfies readonly Guest['kind'][]

export const inviteMutation = graphql(`
  mutation InviteGuest($input: InviteGuestInput!) {
    inviteGuest(input: $input) {
      secret
      gathering {
        id
      }
    }
  }
`)

export const editGuestMutation = graphql(`
  mutation EditGuest($input: EditGuestInput!) {
    editGuest(input: $input) {
      guest {
        id
        kind
        function
        version
        staffMember {
          id
          name
          givenName
          familyName
          email
        }
      }
    }
  }
`)

export const renewMutation = graphql(`
  mutation RenewInvitation($input: RenewInvitationInput!) {
    renewInvitation(input: $input) {
      secret
      guest {
        id
        state
      }
    }
  }
`)

export const revokeMutation = graphql(`
  mutation RevokeGuest($input: RevokeGuestInput!) {
    revokeGuest(input: $input) {
      guest {
        id
        state
      }
    }
  }
`)
