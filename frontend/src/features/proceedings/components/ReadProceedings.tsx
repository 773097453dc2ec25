import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { useLiveReads } from '@/app/liveReads'
import { TimeZone } from '@/i18n/TimeZone'
import { Loaded } from '@/ui/Loaded'
import { Skeleton } from '@/ui/Skeleton'
import { proceedingsQuery, type Proceedings } from '../proceedings'

export interface ReadProceedingsProps {
  gatheringId: string
  /** One of the editions; the last without it. */
  edition?: number
  children: (proceedings: Proceedings, readAgain: () => void) => ReactNode
}

/** What a page shows of the proceedings of a gathering, in the time of where it was, and again whenever they have moved. */
export function ReadProceedings({ gatheringId, edition, children }: ReadProceedingsProps) {
  const [result, again] = useQuery({ query: proceedingsQuery, variables: { gatheringId, edition } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  // Once final nothing of it moves, unless another edition follows.
  const isFinal = (result.data?.proceedings?.finalAt ?? null) !== null
  useLiveReads({ gatheringId }, readAgain, {
    matters: (facts) => !isFinal || facts.some(({ verb }) => verb === 'PROCEEDINGS_CORRECTED'),
  })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.proceedings}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={12} />}
    >
      {(proceedings) => <TimeZone zone={proceedings.timeZone}>{children(proceedings, readAgain)}</TimeZone>}
    </Loaded>
  )
}
