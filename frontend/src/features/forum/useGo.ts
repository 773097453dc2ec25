import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Goes to an address of the product, for what is not a link: a button in a message. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate()
  return useCallback((href) => void navigate({ to: href as never }), [navigate])
}
