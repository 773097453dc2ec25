import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demonstration answers. */
    base: string
  }
}

const patience = 180_000

/** The demonstration every journey shares. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MAILLAGE_URL
  if (given !== undefined) {
    project.provide('base', given.replace(/\/$/, ''))
    return async () => undefined
  }
  const { url, stop: end } = await startDemo()
  project.provide('base', url)
  return end
}

/** Starts the built binary's demonstration on a port and a data folder of its own; whoever started it stops it. */
export async function startDemo(): Promise<{ url: string; stop: () => Promise<void> }> {
  const binary = resolve(process.env.MAILLAGE_BINARY ?? '../bin/maillage')
  if (!existsSync(binary)) throw new Error(`${binary} is not built: run \`make build\` first.`)
  const data = mkdtempSync(join(tmpdir(), 'maillage-e2e-'))
  // When root runs the tests PostgreSQL is another user, who must be able to reach its folder.
  chmodSync(data, 0o755)
  const server = spawn(binary, ['demo', '--port', '0', '--data', join(data, 'demo')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = async () => {
    await stop(server)
    rmSync(data, { recursive: true, force: true })
  }
  try {
    return { url: await address(server), stop: end }
  } catch (error) {
    await end()
    throw error
  }
}

/** The address the server prints once it answers; what it said otherwise. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const timer = setTimeout(() => failed(new Error(`no address after ${patience} ms:\n${said}`)), patience)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d+/.exec(said)?.[0]
      if (url === undefined) return
      clearTimeout(timer)
      found(url)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', (code) => {
      clearTimeout(timer)
      failed(new Error(`the demonstration ended with ${code}:\n${said}`))
    })
  })
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((done) => server.once('exit', () => done()))
  server.kill('SIGINT')
  const hard = setTimeout(() => server.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(hard)
}
