import { getRouteApi, Outlet } from '@tanstack/react-router'
import { Provider } from 'urql'
import { useMaybeViewer } from './session'

const screen = getRouteApi('/screen')

/** Nothing around the page: a projector shows it to a room. */
export function ScreenLayout() {
  const { client } = screen.useRouteContext()
  return (
    <Provider value={client}>
      <Screen />
    </Provider>
  )
}

function Screen() {
  const viewer = useMaybeViewer()
  // Signing out empties the cache before the page is left.
  return viewer === null ? null : <Outlet />
}
