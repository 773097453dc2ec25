import { useWords } from '@/i18n/useWords'
import type { State } from '@/ui/StatePill'
import { registrationWords } from '../messages'

export const registrationStates = ['REGISTERED', 'WAITING', 'WITHDRAWN'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** What who moved up from the waiting list says of their place. */
export const placeAnswers = ['AWAITED', 'KEPT'] as const

const tones = { REGISTERED: 'done', WAITING: 'waiting', WITHDRAWN: 'stopped' } as const

/** Says the state of a registration; with words of its own, which the first page need not load. */
export function useRegistrationState(): (state: RegistrationState) => State {
  const t = useWords(registrationWords)
  return (state) => ({ label: t(`state.${state}`), tone: tones[state] })
}
