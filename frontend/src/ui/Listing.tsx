import type { ReactNode } from 'react'
import { FilterBar, type FilterField, type FilterValues } from './FilterBar'
import { Loaded, type LoadedProps } from './Loaded'
import { Pager } from './Pager'

/** Where a list stands: what narrows it, the page it is at, and how to change them. */
export interface ListPlace {
  search: object & { apres?: string }
  narrow: (patch: FilterValues) => void
  turn: (after: string | undefined) => void
}

export interface ListFiltersProps {
  place: ListPlace
  label: string
  fields: readonly FilterField[]
  count?: number
  /** What orders it, and how it is shown. */
  children?: ReactNode
}

/** What narrows a list. */
export function ListFilters({ place, ...bar }: ListFiltersProps) {
  return <FilterBar {...bar} values={{ ...place.search }} onChange={place.narrow} />
}

interface Page<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount: number
}

export interface ListPageProps<Node> {
  place: ListPlace
  page: Page<Node>
  /** Shown where there is nothing. */
  empty: ReactNode
  children: (nodes: readonly Node[]) => ReactNode
}

/** One page of a list, and what turns it. */
export function ListPage<Node>({ place, page, empty, children }: ListPageProps<Node>) {
  const { nodes, pageInfo, totalCount } = page
  return (
    <>
      {nodes.length === 0 ? empty : children(nodes)}
      <Pager
        hasNext={pageInfo.hasNextPage}
        onNext={() => place.turn(pageInfo.endCursor ?? undefined)}
        hasPrevious={Boolean(place.search.apres)}
        onFirst={() => place.turn(undefined)}
        shown={nodes.length}
        total={totalCount}
      />
    </>
  )
}

export interface ListingProps<Data, Node>
  extends
    Omit<LoadedProps<Data, Page<Node>>, 'children'>,
    Omit<ListFiltersProps, 'count' | 'children'>,
    Omit<ListPageProps<Node>, 'page'> {
  tools?: ReactNode
}

/** A list that can grow: what narrows it and orders it, and the page that its address says. */
export function Listing<Data, Node>({
  place,
  label,
  fields,
  tools,
  empty,
  children,
  ...loaded
}: ListingProps<Data, Node>) {
  const { data } = loaded.result
  const found = data === undefined || data === null ? undefined : loaded.find(data)
  return (
    <>
      <ListFilters place={place} label={label} fields={fields} count={found?.totalCount}>
        {tools}
      </ListFilters>
      <Loaded {...loaded}>
        {(page) => (
          <ListPage place={place} page={page} empty={empty}>
            {children}
          </ListPage>
        )}
      </Loaded>
    </>
  )
}
