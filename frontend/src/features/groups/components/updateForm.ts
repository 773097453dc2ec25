import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import type { Say } from '@/i18n/useWords'
import type { streamWords } from '../streamMessages'
import { toldHealths, type ToldHealth } from './HealthChoice'

export const updateMost = 10_000

export interface UpdateValues {
  text: string
  health: ToldHealth
}

/** What an update needs. */
export function updateSchema(t: Say<(typeof streamWords)['keys'][number]>) {
  return v.object({
    text: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(t('textNeeded')),
      v.maxLength(updateMost, t('textLong', { max: updateMost })),
    ),
    health: v.picklist(toldHealths),
  })
}

/** The health that a form can hold: what is not known yet is taken to go well until its author says otherwise. */
export function toldHealth(health: string | undefined): ToldHealth {
  return toldHealths.find((told) => told === health) ?? 'ON_TRACK'
}

export const postMutation = graphql(`
  mutation PostUpdate($input: PostUpdateInput!) {
    postUpdate(input: $input) {
      update {
        id
      }
    }
  }
`)
