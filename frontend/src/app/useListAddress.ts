import { useNavigate, useSearch } from '@tanstack/react-router'
import { useAddress } from './useAddress'

/** What narrows a list, in its address, beside its order and its page. */
interface Listed {
  ordre?: string
  apres?: string
}

export interface ListAddress<Search> {
  search: Search
  change: (patch: Partial<Search>) => void
  /** Another narrowing begins at the first page. */
  narrow: (patch: Partial<Search>) => void
  /** A page is a step that « back » takes back. */
  turn: (after: string | undefined) => void
}

/** The address of a list: what narrows, orders and pages it, as its route reads it. */
export function useListAddress<Search extends Listed>(): ListAddress<Search> {
  // Of whichever route the list is on.
  const search = useSearch({ strict: false } as never) as Search
  const navigate = useNavigate()
  const [, change] = useAddress<Search>()
  return {
    search,
    change,
    narrow: (patch) => change({ ...patch, apres: undefined }),
    turn: (apres) =>
      void navigate({ to: '.', search: ((before: Search) => ({ ...before, apres })) as never }),
  }
}

/** The order of a list and how to choose another. The first is the usual one, which no address names. */
export function useOrder<Order extends string>(
  { search, narrow }: ListAddress<Listed>,
  orders: readonly [Order, ...Order[]],
): [Order, (chosen: Order) => void] {
  const order = orders.find((known) => known === search.ordre) ?? orders[0]
  return [order, (chosen) => narrow({ ordre: chosen === orders[0] ? undefined : chosen })]
}

/** Whether a filter narrows anything. */
export function isNarrowed(filter: object): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== null)
}
