import { stringifyDocument } from '@urql/core'
import { graphql, type ResultOf } from '@/app/graphql'

const invitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      guestName
      kind
      gatheringId
      gathering
      city
      venue
      startsOn
      endsOn
      state
      hosts
      invitedBy
      openUntil
    }
  }
`)

export type Invitation = NonNullable<ResultOf<typeof invitationQuery>['invitation']>

const patience = 10_000

/** What a link says, asked as nobody: whoever is signed in here has no part in it. Null when it opens nothing; throws when the server does not answer. */
export async function readInvitation(token: string): Promise<Invitation | null> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ query: stringifyDocument(invitationQuery), variables: { token } }),
    signal: AbortSignal.timeout(patience),
  })
  const { data } = (await answer.json()) as { data: { invitation: Invitation | null } | null }
  if (data === null) throw new Error('the invitation was refused')
  return data.invitation
}
