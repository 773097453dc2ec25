import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState'
import { Skeleton } from './Skeleton'

/** What a query hook gives, as far as it matters here. */
export interface LoadedResult<Data> {
  /** Null when the network failed before anything was read. */
  data?: Data | null
  error?: {
    networkError?: Error
    graphQLErrors: readonly { message: string; extensions?: Record<string, unknown> }[]
  }
  fetching: boolean
}

export interface LoadedProps<Data, Found> {
  result: LoadedResult<Data>
  /** What the page is about. Null or undefined once the answer is here means that it does not exist for this reader. */
  find: (data: Data) => Found | null | undefined
  onRetry?: () => void
  skeleton?: ReactNode
  /** 2 where what is missing or failed is the page's only matter. */
  level?: 2 | 3
  /** What is read is the page itself: its title is not there before it is, nor when it is missing. */
  isPage?: boolean
  children: (found: Found) => ReactNode
}

/**
 * The four faces of a part that comes from the server: coming, here, missing, failed. What was already read stays in sight
 * while it is read again, also when that fails.
 */
export function Loaded<Data, Found>({
  result,
  find,
  onRetry,
  skeleton,
  level,
  isPage,
  children,
}: LoadedProps<Data, Found>) {
  const found = result.data === undefined || result.data === null ? undefined : find(result.data)
  if (found !== undefined && found !== null) return children(found)
  if (result.error !== undefined) {
    const first = result.error.graphQLErrors[0]
    const { networkError } = result.error
    const code =
      networkError === undefined
        ? first?.extensions?.code
        : networkError.name === 'NeverRead'
          ? 'NEVER_READ'
          : 'NETWORK'
    return (
      <ErrorState
        code={typeof code === 'string' ? code : undefined}
        message={first?.message}
        onRetry={onRetry}
        level={level}
        isPage={isPage}
      />
    )
  }
  if (result.fetching || result.data === undefined) return skeleton ?? <Skeleton lines={6} />
  return <ErrorState code="NOT_FOUND" level={level} isPage={isPage} />
}
