import type { Client } from '@urql/core'
import { useQuery } from 'urql'
import { renew } from './auth'
import { graphql, type ResultOf } from './graphql'
import { rememberSession, wasSignedIn } from './remembered'

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
