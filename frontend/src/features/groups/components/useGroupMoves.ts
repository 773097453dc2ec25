import { useCallback } from 'react'
import { graphql } from '@/app/graphql'
import { useAct, type ActOptions, type Done } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { notify } from '@/ui/Toast'
import { groupWords } from '../messages'
import type { GroupMove } from '../moves'

const acceptMutation = graphql(`
  mutation AcceptGroup($input: AcceptWorkingGroupInput!) {
    acceptWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
      }
    }
  }
`)
const declineMutation = graphql(`
  mutation DeclineGroup($input: DeclineWorkingGroupInput!) {
    declineWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
      }
    }
  }
`)
const activateMutation = graphql(`
  mutation ActivateGroup($input: ActivateWorkingGroupInput!) {
    activateWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
      }
    }
  }
`)
const restMutation = graphql(`
  mutation RestGroup($input: RestWorkingGroupInput!) {
    restWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
      }
    }
  }
`)
const wakeMutation = graphql(`
  mutation WakeGroup($input: WakeWorkingGroupInput!) {
    wakeWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
      }
    }
  }
`)
const closeMutation = graphql(`
  mutation CloseGroup($input: CloseWorkingGroupInput!) {
    closeWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
        closingNote
      }
    }
  }
`)
const abandonMutation = graphql(`
  mutation AbandonGroup($input: AbandonWorkingGroupInput!) {
    abandonWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
        closingNote
      }
    }
  }
`)
const mergeMutation = graphql(`
  mutation MergeGroup($input: MergeWorkingGroupInput!) {
    mergeWorkingGroup(input: $input) {
      workingGroup {
        id
        state
        version
      }
      into {
        id
        name
      }
    }
  }
`)

export interface MovedGroup {
  id: string
  version: number
}

/** What a move needs beside the group. */
export interface MoveGiven {
  /** Why, or what came of it. */
  note?: string
  intoId?: string
}

/** Moves groups through their life, and says so once done. */
export function useGroupMoves(): {
  run: (move: GroupMove, group: MovedGroup, given?: MoveGiven, options?: ActOptions) => Promise<Done<unknown>>
  isPending: boolean
} {
  const t = useWords(groupWords)
  const [accept, accepting] = useAct(acceptMutation)
  const [decline, declining] = useAct(declineMutation)
  const [activate, activating] = useAct(activateMutation)
  const [rest, resting] = useAct(restMutation)
  const [wake, waking] = useAct(wakeMutation)
  const [close, closing] = useAct(closeMutation)
  const [abandon, abandoning] = useAct(abandonMutation)
  const [merge, merging] = useAct(mergeMutation)

  const send = useCallback(
    async (
      move: GroupMove,
      { id, version }: MovedGroup,
      { note = '', intoId = '' }: MoveGiven,
      options: ActOptions,
    ): Promise<Done<unknown> & { into?: string }> => {
      const group = { workingGroupId: id, version }
      switch (move) {
        case 'accept':
          return accept(group, options)
        case 'decline':
          return decline({ ...group, reason: note }, options)
        case 'activate':
          return activate(group, options)
        case 'rest':
          return rest(group, options)
        case 'wake':
          return wake(group, options)
        case 'close':
          return close({ ...group, summary: note }, options)
        case 'abandon':
          return abandon({ ...group, reason: note }, options)
        case 'merge': {
          const done = await merge({ ...group, intoId }, options)
          return { ...done, into: done.data?.mergeWorkingGroup?.into?.name }
        }
      }
    },
    [abandon, accept, activate, close, decline, merge, rest, wake],
  )

  const run = useCallback(
    async (move: GroupMove, group: MovedGroup, given: MoveGiven = {}, options: ActOptions = {}) => {
      const done = await send(move, group, given, options)
      if (done.ok) notify({ tone: 'good', text: t(`did.${move}`, { name: done.into ?? '' }) })
      return done
    },
    [send, t],
  )

  const states = [accepting, declining, activating, resting, waking, closing, abandoning, merging]
  return { run, isPending: states.some((state) => state.isPending) }
}
