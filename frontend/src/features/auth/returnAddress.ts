import { addresses } from '@/app/addresses'

/** Where to go after signing in: only ever an address of this product, whatever the link said. */
export function returnAddress(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/')) return addresses.home()
  const here = new URL('https://here.invalid')
  const there = URL.canParse(wanted, here) ? new URL(wanted, here) : here
  const isOurs = there.origin === here.origin && there.pathname !== addresses.signIn()
  return isOurs && there.pathname !== '/' ? there.pathname + there.search + there.hash : addresses.home()
}
