import { useWords } from '@/i18n/useWords'
import { participantsWords } from '../participantsMessages'

/** Where a participant comes from: their centre, or what they are without one. */
export function useHome(): (person: { job: string; centre: { shortName: string } | null }) => string {
  const t = useWords(participantsWords)
  return ({ job, centre }) => centre?.shortName ?? t(job === 'GUEST' ? 'guest' : 'national')
}
