import * as v from 'valibot'
import type { Say } from '@/i18n/useWords'
import type { streamWords } from '../streamMessages'

export const titleMost = 120

export interface MilestoneValues {
  title: string
  /** Empty while it has no day. */
  dueOn: string
}

/** What a milestone needs. */
export function milestoneSchema(t: Say<(typeof streamWords)['keys'][number]>) {
  return v.object({
    title: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(t('titleNeeded')),
      v.maxLength(titleMost, t('textLong', { max: titleMost })),
    ),
    dueOn: v.string(),
  })
}

/** What the server takes: no day rather than an empty one. */
export function milestoneInput({ title, dueOn }: MilestoneValues) {
  return { title, dueOn: dueOn === '' ? null : dueOn }
}
