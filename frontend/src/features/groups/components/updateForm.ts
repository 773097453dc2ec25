import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import type { Say } from '@/i18n/useWords'
import type { streamWords } from '../streamMessages'
import { toldHealths, type ToldHealth } from '../toldHealth'

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

export const postMutation = graphql(`
  mutation PostUpdate($input: PostUpdateInput!) {
    postUpdate(input: $input) {
      update {
        id
      }
    }
  }
`)
