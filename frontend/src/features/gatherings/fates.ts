/** How far topics have come, step by step; each step counts those of the steps after it. */
export const steps = {
  tous: ['WITHDRAWN', 'PROPOSED', 'HELD', 'HARVESTED', 'WORKING_GROUP', 'JOINT_PROJECT', 'COMPLETED'],
  tenus: ['HELD', 'HARVESTED', 'WORKING_GROUP', 'JOINT_PROJECT', 'COMPLETED'],
  recoltes: ['HARVESTED', 'WORKING_GROUP', 'JOINT_PROJECT', 'COMPLETED'],
  groupes: ['WORKING_GROUP', 'JOINT_PROJECT', 'COMPLETED'],
  suites: ['JOINT_PROJECT', 'COMPLETED'],
  acheves: ['COMPLETED'],
} as const

export type Step = keyof typeof steps
export const stepNames = Object.keys(steps) as Step[]

/** The step an address asks for; all topics unless it names one. */
export function stepFor(wanted: string | undefined): Step {
  return stepNames.find((step) => step === wanted) ?? 'tous'
}
