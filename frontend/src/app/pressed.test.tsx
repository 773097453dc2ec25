import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePressed, type Outcome } from './outbox'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pressing = () =>
  renderHook(({ shown }: { shown: number }) => usePressed(shown), { initialProps: { shown: 0 } })
const becomes = (outcome: Outcome) => Promise.resolve({ outcome: Promise.resolve(outcome) })

describe('what was pressed', () => {
  it('is not undone by an answer read just before, and counts for the next press', async () => {
    const { result, rerender } = pressing()
    await act(() => result.current.press(1, becomes({ state: 'sent' })))
    rerender({ shown: 1 })
    rerender({ shown: 0 })
    expect([result.current.now, result.current.last()]).toEqual([1, 1])
    await act(() => result.current.press(2, becomes({ state: 'sent' })))
    expect([result.current.now, result.current.last()]).toEqual([2, 2])
    act(() => void vi.advanceTimersByTime(5_000))
    rerender({ shown: 1 })
    expect([result.current.now, result.current.last()]).toEqual([1, 1])
  })

  it('is as it was as soon as it is refused', async () => {
    const { result } = pressing()
    await act(() => result.current.press(1, becomes({ state: 'refused', failures: [] })))
    expect([result.current.now, result.current.last()]).toEqual([0, 0])
  })
})
