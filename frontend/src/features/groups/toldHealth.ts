/** How the author of an update may see things. */
export const toldHealths = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK'] as const
export type ToldHealth = (typeof toldHealths)[number]

/** The health that a form can hold: what is not known yet is taken to go well until its author says otherwise. */
export function toldHealth(health: string | undefined): ToldHealth {
  return toldHealths.find((told) => told === health) ?? 'ON_TRACK'
}
