import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { render, type RenderResult } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { Client } from '@urql/core'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { expect } from 'vitest'
import { createClient, type FeatureCache } from '@/app/client'
import { Providers } from '@/app/Providers'
import { loadViewer } from '@/app/session'
import type { Language } from '@/i18n/language'
import { CurrentPath } from '@/ui/currentPath'
import { ToastRegion } from '@/ui/Toast'
import { sessionAnswer } from './viewer'

export interface RenderOptions {
  /** Answers the page's questions; see stubClient. */
  client?: Client
  language?: Language
  /** The address the reader is at, search included. */
  at?: string
  /** The route's own pattern and id, when the page reads its parameters: { path: '/groupes/$groupId' }. */
  path?: string
  /** The layout the page's route stands under. */
  under?: 'shell' | 'screen'
}

export interface Rendered extends RenderResult {
  user: UserEvent
  /** Where the reader is now. */
  address: () => string
}

/** Renders a part of the product with everything it relies on above it. A page under the shell finds its route under the shell. */
export async function renderApp(element: ReactNode, options: RenderOptions = {}): Promise<Rendered> {
  const { client = stubClient({}), language = 'fr', path = '/', under = 'shell' } = options
  const at = options.at ?? path
  const rootRoute = createRootRoute()
  const layoutRoute = createRoute({ getParentRoute: () => rootRoute, id: under })
  const pageRoute = createRoute({ getParentRoute: () => layoutRoute, path, component: () => element })
  const elsewhere = createRoute({ getParentRoute: () => rootRoute, path: '$', component: () => null })
  const router = createRouter({
    routeTree: rootRoute.addChildren([layoutRoute.addChildren([pageRoute]), elsewhere]),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  await router.load()
  await loadViewer(client)
  document.documentElement.lang = language
  const rendered = render(
    <Providers language={language} navigate={(href) => router.history.push(href)}>
      <Provider value={client}>
        <CurrentPath value={at.split('?')[0]!}>
          <RouterProvider router={router as never} />
          <ToastRegion />
        </CurrentPath>
      </Provider>
    </Providers>,
  )
  return { ...rendered, user: userEvent.setup(), address: () => router.state.location.href }
}

/** Somebody is signed in unless the test says who, or that nobody is. */
const defaults: Record<string, StubAnswer | undefined> = { Session: sessionAnswer() }

export type StubAnswer =
  Record<string, unknown> | ((variables: Record<string, unknown>) => Answered | Promise<Answered>)

type Answered = Record<string, unknown> | { errors: StubError[] }

export interface StubError {
  message: string
  code: string
  field?: string
}

/**
 * The real client, cache included, on a server that answers by the operation's name: `{ Groups: { workingGroups: … } }`, or a
 * function of the variables; `{ errors: [{ code, field, message }] }` fails. Objects need their __typename, as from the server.
 * `caches` are those of the features, when a test is about their optimistic answers.
 */
export function stubClient(answers: Record<string, StubAnswer>, caches: FeatureCache[] = []): Client {
  return createClient({
    caches,
    url: 'http://maillage.test/graphql',
    language: () => 'fr',
    onSignedOut: () => undefined,
    fetch: async (_url, init) => {
      const request = JSON.parse(String(init?.body)) as {
        operationName: string
        variables: Record<string, unknown>
      }
      const answer = answers[request.operationName] ?? defaults[request.operationName]
      if (answer === undefined) throw new Error(`The test has no answer to ${request.operationName}`)
      const data = typeof answer === 'function' ? await answer(request.variables) : answer
      const body =
        'errors' in data
          ? {
              data: null,
              errors: (data.errors as StubError[]).map(({ message, code, field }) => ({
                message,
                extensions: { code, field },
              })),
            }
          : { data }
      return new Response(JSON.stringify(body), {
        headers: { 'Content-Type': 'application/graphql-response+json' },
      })
    },
  })
}

/** Fails with what axe finds in a rendered part. Colours are checked in the browser, and as tokens. */
export async function expectNoAxe(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    selectors: false,
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join('\n')}`,
    ),
  ).toEqual([])
}
