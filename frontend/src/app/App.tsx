import { RouterProvider, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import { CurrentPath, Navigate } from '@/ui/currentPath'
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
  const router = useRouter()
  const navigate = useCallback((href: string) => router.history.push(href), [router])
  return (
    <Navigate value={navigate}>
      <CurrentPath value={path}>{children}</CurrentPath>
    </Navigate>
  )
}
