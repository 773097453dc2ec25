import type { Client } from '@urql/core'
import { useQuery } from 'urql'
import { renew, signOut } from './auth'
import { graphql, type ResultOf } from './graphql'
import { isSignOutOwed, oweSignOut, rememberSession, wasSignedIn } from './remembered'
import { disown, own, whose } from './store'

/** The name of the question that says who is asking: whoever it names owns what is kept on the device. */
export const sessionName = 'Session'

const sessionQuery = graphql(`
  query Session {
    viewer {
      id
      language
      networkRole
      viewerCanCreateGathering
      viewerCanRequestWorkingGroup
      viewerCanDraftJointProject
      viewerCanAdminister
      staffMember {
        id
        name
        givenName
        job
        centre {
          id
          name
          shortName
          timeZone
        }
      }
    }
  }
`)

export type Viewer = NonNullable<ResultOf<typeof sessionQuery>['viewer']>

/** The person signed in, or null. Throws when the server cannot be reached: that is not the same as being signed out. */
export async function loadViewer(client: Client): Promise<Viewer | null> {
  const ask = async (requestPolicy: 'cache-first' | 'network-only') => {
    const { data, error } = await client.query(sessionQuery, {}, { requestPolicy }).toPromise()
    if (error?.networkError) throw error
    return data?.viewer ?? null
  }
  if (isSignOutOwed()) {
    // Whoever left without a network has left, whether or not the server can be told now.
    await signOut().then(
      () => oweSignOut(false),
      () => undefined,
    )
    return null
  }
  const known = await ask('cache-first')
  if (known !== null) return ownedBy(known)
  if (!wasSignedIn() || !(await renew())) {
    rememberSession(false)
    void disown().catch(() => undefined)
    return null
  }
  const renewed = await ask('network-only')
  return renewed === null ? null : ownedBy(renewed)
}

/** What is kept on this device from now on is this person's. The page does not wait for the device. */
function ownedBy(viewer: Viewer): Viewer {
  if (whose() !== viewer.id) void own(viewer.id)
  return viewer
}

/** The person signed in, on any page of the shell; null on a public page read by nobody in particular. */
export function useMaybeViewer(): Viewer | null {
  const [{ data }] = useQuery({ query: sessionQuery, requestPolicy: 'cache-first' })
  return data?.viewer ?? null
}

/** The person signed in. Pages under the shell are not reached without one. */
export function useViewer(): Viewer {
  const viewer = useMaybeViewer()
  if (viewer === null) throw new Error('useViewer is for pages under the shell, where somebody is signed in')
  return viewer
}
