import { RouterProvider, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CurrentPath } from '@/ui/currentPath'
import { ToastRegion } from '@/ui/Toast'
import { Providers } from './Providers'
import type { createAppRouter } from './router'

export function App({ router }: { router: ReturnType<typeof createAppRouter> }) {
  return (
    <Providers navigate={(href) => router.history.push(href)}>
      <RouterProvider router={router} InnerWrap={Place} />
      <ToastRegion />
    </Providers>
  )
}

function Place({ children }: { children: ReactNode }) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  return <CurrentPath value={path}>{children}</CurrentPath>
}
