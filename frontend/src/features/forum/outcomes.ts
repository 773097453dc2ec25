/** What a convener may hope a session will lead to. */
export const outcomes = [
  'EXCHANGE',
  'WORKING_GROUP',
  'JOINT_PROJECT',
  'PRODUCTION',
  'NETWORK_DECISION',
] as const

export type Outcome = (typeof outcomes)[number]
