import type { TadaDocumentNode } from 'gql.tada'
import { useState, type ReactNode } from 'react'
import { useQuery, type AnyVariables } from 'urql'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'

interface Page<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount: number
}

export interface ReadOnProps<Data, Variables extends AnyVariables, Node> {
  query: TadaDocumentNode<Data, Variables>
  /** What is asked, but for the place to begin from. */
  variables: Omit<Variables, 'after'>
  find: (data: Data) => Page<Node> | null | undefined
  /** Shown where there is none at all. */
  empty: ReactNode
  skeleton?: ReactNode
  /** One page of them. */
  children: (nodes: readonly Node[]) => ReactNode
}

/** A list that one reads on in place, a page below the other: one that is new on top shifts them all alike. */
export function ReadOn<Data, Variables extends AnyVariables, Node>(
  props: ReadOnProps<Data, Variables, Node>,
) {
  const [pages, setPages] = useState(1)
  return <PageOf {...props} after={null} shown={0} pages={pages} onMore={() => setPages(pages + 1)} />
}

/** One page, and after it the next when it has been asked for: each begins where the one before ends now. */
function PageOf<Data, Variables extends AnyVariables, Node>(
  props: ReadOnProps<Data, Variables, Node> & {
    after: string | null
    /** How many the pages before hold. */
    shown: number
    /** How many pages are to be shown, this one included. */
    pages: number
    onMore: () => void
  },
) {
  const { query, variables, find, empty, skeleton, children, after, shown, pages, onMore } = props
  const [result, again] = useQuery<Data, AnyVariables>({ query, variables: { ...variables, after } })
  return (
    <Loaded
      result={result}
      find={find}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={skeleton}
    >
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {nodes.length === 0 && after === null ? empty : children(nodes)}
          {pages > 1 && pageInfo.hasNextPage ? (
            <PageOf {...props} after={pageInfo.endCursor} shown={shown + nodes.length} pages={pages - 1} />
          ) : (
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              onMore={onMore}
              isLoading={result.fetching}
              shown={shown + nodes.length}
              total={totalCount}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
