import { useCallback } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords, type Say } from '@/i18n/useWords'
import type { State, StateTone } from '@/ui/StatePill'
import { stateWords } from './stateMessages'

type StateKey = (typeof stateWords)['keys'][number]

/** The tone of each state of each type; the words are in stateMessages, under the same name. */
const tones = {
  Gathering: {
    DRAFT: 'idle',
    PUBLISHED: 'idle',
    LIVE: 'active',
    CLOSED: 'done',
    PROCEEDINGS_FINAL: 'done',
    CANCELLED: 'stopped',
  },
  LiveQuestion: {
    SUBMITTED: 'waiting',
    PUBLISHED: 'idle',
    ON_STAGE: 'active',
    ANSWER_PROMISED: 'waiting',
    ANSWERED: 'done',
    REJECTED: 'stopped',
    MERGED: 'stopped',
    WITHDRAWN: 'stopped',
  },
  Contribution: {
    DRAFT: 'idle',
    PUBLISHED: 'active',
    PRESENTED: 'done',
    ANSWER_PROMISED: 'waiting',
    ANSWERED: 'done',
    WITHDRAWN: 'stopped',
  },
  Forum: {
    PREPARATION: 'idle',
    COLLECTION: 'active',
    MARKETPLACE: 'active',
    SESSIONS: 'active',
    CONVERGENCE: 'waiting',
    HARVEST: 'waiting',
    CLOSED: 'done',
  },
  Topic: {
    DRAFT: 'idle',
    PROPOSED: 'idle',
    PITCHED: 'active',
    SCHEDULED: 'active',
    RUNNING: 'active',
    HELD: 'waiting',
    HARVESTED: 'done',
    MERGED: 'stopped',
    WITHDRAWN: 'stopped',
    POSTPONED: 'paused',
  },
  TopicFate: {
    WITHDRAWN: 'stopped',
    PROPOSED: 'idle',
    HELD: 'waiting',
    HARVESTED: 'active',
    WORKING_GROUP: 'active',
    JOINT_PROJECT: 'active',
    COMPLETED: 'done',
  },
  Occurrence: { PLANNED: 'idle', MOVED: 'stopped', CANCELLED: 'stopped', RUNNING: 'active', ENDED: 'done' },
  Harvest: { MISSING: 'waiting', DRAFT: 'active', PUBLISHED: 'done', CONFIRMED: 'done' },
  WorkingGroup: {
    REQUESTED: 'waiting',
    FORMING: 'idle',
    ACTIVE: 'active',
    DORMANT: 'paused',
    CLOSED: 'done',
    DECLINED: 'stopped',
    ABANDONED: 'stopped',
    MERGED: 'stopped',
  },
  Membership: {
    INVITED: 'waiting',
    APPLIED: 'waiting',
    MEMBER: 'active',
    LEFT: 'stopped',
    DECLINED: 'stopped',
  },
  Milestone: { PROPOSED: 'idle', PLANNED: 'active', DONE: 'done', DROPPED: 'stopped' },
  JointProject: {
    DRAFT: 'idle',
    CONSULTATION: 'waiting',
    COMMITTED: 'active',
    RUNNING: 'active',
    SUSPENDED: 'paused',
    COMPLETED: 'done',
    EVALUATED: 'done',
    ARCHIVED: 'done',
    ABANDONED: 'stopped',
  },
  Partnership: {
    PROPOSED: 'idle',
    INVITED: 'waiting',
    ACCEPTED: 'done',
    DECLINED: 'stopped',
    NO_REPLY: 'stopped',
    TO_RECONFIRM: 'waiting',
    WITHDRAWN: 'stopped',
    ENDED: 'done',
  },
  Task: { OPEN: 'waiting', DONE: 'done', DROPPED: 'stopped' },
} as const satisfies Record<string, Record<string, StateTone>>

export type StatefulType = keyof typeof tones
export type StateOf<Type extends StatefulType> = keyof (typeof tones)[Type] & string

/** Every state of a type, in the order of its life: for filters. */
export function statesOf<Type extends StatefulType>(type: Type): StateOf<Type>[] {
  return Object.keys(tones[type]) as StateOf<Type>[]
}

/** Says the state of an object: `say('WorkingGroup', group.state)` gives the word and tone for StatePill. */
export function useStates(): (type: StatefulType, state: string) => State {
  const t = useWords(stateWords)
  return useCallback(
    (type: StatefulType, state: string) => {
      const tone = (tones[type] as Record<string, StateTone>)[state]
      return tone === undefined
        ? { label: state, tone: 'idle' }
        : { label: t(`${type}.${state}` as StateKey), tone }
    },
    [t],
  )
}

/** The type whose states a step of the thread has. */
const typeOfStep: Record<string, StatefulType | undefined> = {
  GATHERING: 'Gathering',
  LIVE_QUESTION: 'LiveQuestion',
  CONTRIBUTION: 'Contribution',
  TOPIC: 'Topic',
  SESSION: 'Occurrence',
  HARVEST: 'Harvest',
  WORKING_GROUP: 'WorkingGroup',
  JOINT_PROJECT: 'JointProject',
}

/** Says the state of a step of the thread. A vote has none. */
export function useStepState(): (kind: string, state: string) => State | undefined {
  const say = useStates()
  return useCallback(
    (kind: string, state: string) => {
      const type = typeOfStep[kind]
      return type === undefined || state === '' ? undefined : say(type, state)
    },
    [say],
  )
}

export interface HealthFactLike {
  code: string
  since?: string | null
  count?: number | null
}

/** Says one fact behind a health, in a sentence. */
export function useHealthFacts(): (fact: HealthFactLike) => string {
  const t: Say<StateKey> = useWords(stateWords)
  const format = useFormat()
  return useCallback(
    (fact: HealthFactLike) =>
      t(`fact.${fact.code}` as StateKey, {
        count: fact.count ?? 0,
        since: fact.since ? format.date(fact.since, 'day') : '',
        dated: fact.since ? 'yes' : 'no',
      }),
    [t, format],
  )
}
