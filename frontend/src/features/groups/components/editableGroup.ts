import { graphql, type ResultOf } from '@/app/graphql'

/** What can be said anew of a group. */
export const editableGroup = graphql(`
  fragment EditableGroup on WorkingGroup {
    id
    name
    purpose
    admission
    version
    themes {
      id
    }
  }
`)

export type Editable = ResultOf<typeof editableGroup>
