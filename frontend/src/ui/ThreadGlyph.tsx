import type { ReactNode } from 'react'

export const threadKinds = [
  'GATHERING',
  'LIVE_QUESTION',
  'CONTRIBUTION',
  'TOPIC',
  'SESSION',
  'HARVEST',
  'VOTE',
  'WORKING_GROUP',
  'JOINT_PROJECT',
] as const
export type ThreadKind = (typeof threadKinds)[number]

export const threadKindWords = {
  GATHERING: 'threadGathering',
  LIVE_QUESTION: 'threadLiveQuestion',
  CONTRIBUTION: 'threadContribution',
  TOPIC: 'threadTopic',
  SESSION: 'threadSession',
  HARVEST: 'threadHarvest',
  VOTE: 'threadVote',
  WORKING_GROUP: 'threadGroup',
  JOINT_PROJECT: 'threadProject',
} as const satisfies Record<ThreadKind, string>

const paths: Record<ThreadKind, ReactNode> = {
  // People around a centre.
  GATHERING: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.6v1.8M8 12.6v1.8M1.6 8h1.8M12.6 8h1.8M3.5 3.5l1.2 1.2M11.3 11.3l1.2 1.2M12.5 3.5l-1.2 1.2M4.7 11.3l-1.2 1.2" />
    </>
  ),
  // A hand that asks, and what it asks.
  LIVE_QUESTION: (
    <>
      <path d="M2 2.5h12v8.5H8.5L5 14v-3H2z" />
      <path d="M6.6 5.4a1.5 1.5 0 1 1 1.9 1.5v.7M8.5 9.1v.1" />
    </>
  ),
  // A light that came on.
  CONTRIBUTION: (
    <path d="M5.8 11.4c0-1.4-2.1-2.3-2.1-5.1a4.3 4.3 0 0 1 8.6 0c0 2.8-2.1 3.7-2.1 5.1zM6.2 14.2h3.6" />
  ),
  // A sheet pinned on a wall.
  TOPIC: <path d="M3 4.5h10v9H3zM8 1.8v4.2M5.5 9h5M5.5 11.2h3" />,
  // Two who speak.
  SESSION: <path d="M2 3h8.5v6H6l-2.5 2.2V9H2zM12.5 6.5H14v5.5h-1.5v2L10.5 12H8" />,
  // An ear of corn.
  HARVEST: (
    <path d="M8 14.5V6M8 6c0-2 .8-3.4 0-4.5C7.2 2.6 8 4 8 6zM8 9c0-2-1.5-3-3.8-3C4.2 8.3 6 9.3 8 9zM8 9c0-2 1.5-3 3.8-3 0 2.3-1.8 3.3-3.8 3zM8 12.5c0-2-1.5-3-3.8-3 0 2.3 1.8 3.3 3.8 3zM8 12.5c0-2 1.5-3 3.8-3 0 2.3-1.8 3.3-3.8 3z" />
  ),
  // Dots.
  VOTE: (
    <>
      <circle cx="4.5" cy="5" r="2.3" />
      <circle cx="11.5" cy="5" r="2.3" />
      <circle cx="8" cy="11.3" r="2.3" />
    </>
  ),
  // Three tied together.
  WORKING_GROUP: (
    <>
      <path d="M4.6 10.8 8 5.2l3.4 5.6M5.4 12.4h5.2" />
      <circle cx="8" cy="3.6" r="1.9" />
      <circle cx="3.6" cy="12.2" r="1.9" />
      <circle cx="12.4" cy="12.2" r="1.9" />
    </>
  ),
  // Something built.
  JOINT_PROJECT: <path d="M2.5 14V8.5H6V14M6 14V2.5h4V14M10 14V5.8h3.5V14M1.5 14h13" />,
}

/** The sign of each kind of step. Beside its word, always. */
export function ThreadGlyph({ kind }: { kind: ThreadKind }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths[kind]}
    </svg>
  )
}
