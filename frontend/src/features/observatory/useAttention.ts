import { useQuery } from 'urql'
import type { LoadedResult } from '@/ui/Loaded'
import { attentionQuery, waitingQuery, type Attention } from './attention'

/** What asks for attention, from two questions asked side by side, as one answer; and the way to ask again. */
export function useAttention(themeId: string | null): [LoadedResult<Attention>, () => void] {
  const [signals, signalsAgain] = useQuery({ query: attentionQuery, variables: { themeId } })
  const [waiting, waitingAgain] = useQuery({ query: waitingQuery, variables: { themeId } })
  const result = {
    data: signals.data && waiting.data ? { ...signals.data, ...waiting.data } : undefined,
    error: signals.error ?? waiting.error,
    fetching: signals.fetching || waiting.fetching,
  }
  const again = () => {
    for (const read of [signalsAgain, waitingAgain]) read({ requestPolicy: 'network-only' })
  }
  return [result, again]
}
