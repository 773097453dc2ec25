import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

/**
 * The filters, tab and page of a view live in its address: a shared link opens the same view and "back" works. A value that is
 * empty leaves the address.
 */
export function useAddress<Search extends object>(): [Search, (patch: Partial<Search>) => void] {
  const search: unknown = useRouterState({ select: (state) => state.location.search })
  const navigate = useNavigate()
  const set = useCallback(
    (patch: Partial<Search>) => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: ((before: Record<string, unknown>) => tidy({ ...before, ...patch })) as never,
      })
    },
    [navigate],
  )
  return [search as Search, set]
}

function tidy(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(search).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        value !== false &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}
