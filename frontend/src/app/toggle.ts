import type { DocumentNode } from 'graphql'
import { useClient } from 'urql'
import { enqueue, useIsHeldBack, usePressed, useWaiting } from './outbox'
import { tellRefusal } from './refusal'

export interface ToggleOptions {
  /** What it is about: two presses that have never left cancel out. */
  about: string
  /** As the server has it, and how many there are. */
  isOn: boolean
  count: number
  /** What the next press does, in the reader's words. */
  label: (isOn: boolean) => string
  on: DocumentNode
  off: DocumentNode
  input: Record<string, unknown>
}

/** What a press of the reader's has become, and how many there are with it. */
export interface Toggle {
  isOn: boolean
  count: number
  isWaiting: boolean
  onToggle: () => void
}

/**
 * Something the reader turns on and off with one press: a star, a vote. It is shown as it will be once what waits on this device
 * has been sent: it answers at once, and a room without network loses none.
 */
export function useToggle({ about, isOn, count, label, on, off, input }: ToggleOptions): Toggle {
  const client = useClient()
  const waiting = useWaiting(about)
  const isHeldBack = useIsHeldBack()
  const { now: isNow, last, press } = usePressed(waiting === undefined ? isOn : waiting.wish === true)
  const toggle = async () => {
    const wish = !last()
    const write = { label: label(wish), about, wish, was: isOn, mutation: wish ? on : off, input }
    await tellRefusal(press(wish, enqueue(client, write)))
  }
  return {
    isOn: isNow,
    count: count + Number(isNow) - Number(isOn),
    isWaiting: waiting !== undefined && isHeldBack,
    onToggle: () => void toggle(),
  }
}
