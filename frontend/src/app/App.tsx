import { RouterProvider, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import { CurrentPath, Preload } from '@/ui/currentPath'
import { ToastRegion } from '@/ui/Toast'
import { Providers } from './Providers'
import type { createAppRouter } from './router'

export function App({ router }: { router: ReturnType<typeof createAppRouter> }) {
  const navigate = useCallback((href: string) => router.history.push(href), [router])
  return (
    <Providers navigate={navigate}>
      <RouterProvider router={router} InnerWrap={Place} />
      <ToastRegion />
    </Providers>
  )
}

function Place({ children }: { children: ReactNode }) {
  // The page one sees, which is the former one until the next is there: its title must not take the focus meant for the next.
  const path = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname })
  const router = useRouter()
  const preload = useCallback(
    (href: string) => {
      // A page that cannot be fetched ahead is fetched when one goes there, and says then what is wrong.
      router.preloadRoute({ to: href.split(/[?#]/)[0] as '.' }).catch(() => undefined)
    },
    [router],
  )
  return (
    <Preload value={preload}>
      <CurrentPath value={path}>{children}</CurrentPath>
    </Preload>
  )
}
