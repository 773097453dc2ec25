import { act, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { install, useNewVersion } from './version'

const workbox = vi.hoisted(() => ({ waiting: () => undefined as void, skipped: 0 }))
vi.mock('workbox-window', () => ({
  Workbox: class {
    addEventListener(_name: string, listen: () => void) {
      workbox.waiting = listen
    }
    register = async () => ({})
    update = async () => undefined
    messageSkipWaiting() {
      workbox.skipped += 1
    }
  },
}))

function Sample() {
  const start = useNewVersion()
  return start === null ? (
    <p>à jour</p>
  ) : (
    <button type="button" onClick={start}>
      Recharger
    </button>
  )
}

describe('a new version', () => {
  it('is offered, and starts only when the reader says so', async () => {
    const container = Object.assign(new EventTarget(), { controller: {} })
    Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: container })
    vi.stubEnv('DEV', false)
    await install()
    render(<Sample />)
    expect(screen.getByText('à jour')).toBeTruthy()
    act(() => workbox.waiting())
    expect(workbox.skipped).toBe(0)
    screen.getByRole('button', { name: 'Recharger' }).click()
    expect(workbox.skipped).toBe(1)
  })
})
