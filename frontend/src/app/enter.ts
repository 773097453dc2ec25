import { loadViewer } from './session'
import { client } from './theClient'

/** Who comes in, and with which client. Apart from the entry, because the page to sign in needs none of it. */
export async function enter() {
  return { client, viewer: await loadViewer(client) }
}
