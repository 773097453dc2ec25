import { useAct } from '@/app/mutate'
import { withdrawMutation } from '../registration'

/** Gives a place back, for whoever asks it beside the gathering's own page. */
export function useWithdraw() {
  return useAct(withdrawMutation)
}
