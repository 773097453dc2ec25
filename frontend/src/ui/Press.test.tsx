import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderApp } from '@/test/render'
import { Button, IconButton } from './Button'
import { Link } from './Link'

it('is pressed by mouse and keyboard, and not while it is disabled', async () => {
  const press = vi.fn()
  const { user } = await renderApp(
    <>
      <Button onPress={press}>Envoyer</Button>
      <IconButton label="Effacer" icon="x" isDisabled onPress={press} />
    </>,
  )
  await user.click(screen.getByRole('button', { name: 'Envoyer' }))
  await user.keyboard('{Enter} ')
  expect(press).toHaveBeenCalledTimes(3)
  await user.click(screen.getByRole('button', { name: 'Effacer' }))
  expect(press).toHaveBeenCalledTimes(3)
})

it('keeps the focus while its act goes on, and sends no form twice', async () => {
  const send = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  const form = (isPending: boolean) => (
    <form onSubmit={send}>
      <input aria-label="Nom" />
      <Button type="submit" isPending={isPending}>
        Enregistrer
      </Button>
    </form>
  )
  const { user, unmount } = await renderApp(form(false))
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await user.type(screen.getByRole('textbox'), '{Enter}')
  expect(send).toHaveBeenCalledTimes(2)
  unmount()
  const going = await renderApp(form(true))
  const button = screen.getByRole('button', { name: /Enregistrer/ })
  await going.user.click(button)
  await going.user.type(screen.getByRole('textbox'), '{Enter}')
  expect(send).toHaveBeenCalledTimes(2)
  button.focus()
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

it('goes to an address of the product without reloading, and leaves the others to the browser', async () => {
  const { user, address } = await renderApp(
    <>
      <Link href="/groupes?q=a">Groupes</Link>
      <Link href="https://exemple.fr/" isExternal>
        Ailleurs
      </Link>
    </>,
  )
  const isPrevented = (name: string, keys: MouseEventInit) =>
    !fireEvent.click(screen.getByRole('link', { name }), keys)
  expect(isPrevented('Groupes', { ctrlKey: true })).toBe(false)
  expect(isPrevented('Ailleurs', {})).toBe(false)
  expect(address()).toBe('/')
  await user.click(screen.getByRole('link', { name: 'Groupes' }))
  await waitFor(() => expect(address()).toBe('/groupes?q=a'))
})
