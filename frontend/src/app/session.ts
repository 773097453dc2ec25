import type { Client } from '@urql/core'
import { useQuery } from 'urql'
import { renew } from './auth'
import { graphql, type ResultOf } from './graphql'

const sessionQuery = graphql(`
  query Session {
    viewer {
      id
      language
      networkRole
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

const remembered = 'maillage.signed-in'

/** Remembers on this device that a session existed, so that a stranger's first visit does not ask for a renewal in vain. */
export function rememberSession(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(remembered, '1')
    else localStorage.removeItem(remembered)
  } catch {
    // Without storage an expired session simply asks for the password again.
  }
}

function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(remembered) !== null
  } catch {
    return false
  }
}

/** The person signed in, or null. Throws when the server cannot be reached: that is not the same as being signed out. */
export async function loadViewer(client: Client): Promise<Viewer | null> {
  const ask = async (requestPolicy: 'cache-first' | 'network-only') => {
    const { data, error } = await client.query(sessionQuery, {}, { requestPolicy }).toPromise()
    if (error?.networkError) throw error
    return data?.viewer ?? null
  }
  const viewer = await ask('cache-first')
  if (viewer !== null) return viewer
  if (!wasSignedIn() || !(await renew())) {
    rememberSession(false)
    return null
  }
  return ask('network-only')
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
