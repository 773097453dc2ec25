import { useCallback } from 'react'
import { useWords } from '@/i18n/useWords'
import { jobWords } from './jobMessages'

/** The job families, in the order a team is read. */
export const jobs = [
  'DIRECTOR',
  'MISSION_OFFICER',
  'INFORMATION_OFFICER',
  'ADMINISTRATIVE_ASSISTANT',
  'NATIONAL_COORDINATION',
  'GUEST',
] as const
export type Job = (typeof jobs)[number]

function isJob(job: string): job is Job {
  return (jobs as readonly string[]).includes(job)
}

/** Says a job family in the reader's language; one that is not known yet is said as it is. */
export function useJob(): (job: string) => string {
  const t = useWords(jobWords)
  return useCallback((job: string) => (isJob(job) ? t(job) : job), [t])
}
