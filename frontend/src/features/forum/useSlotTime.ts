import { useCallback } from 'react'
import { useFormat } from '@/i18n/useFormat'
import type { Slot } from './forum'

/** Says when a slot is, in the gathering's own time: « 10:00 – 10:45 ». */
export function useSlotTime(): (slot: Pick<Slot, 'startsAt' | 'endsAt'>) => string {
  const format = useFormat()
  return useCallback((slot) => format.dateRange(slot.startsAt, slot.endsAt, 'time'), [format])
}
