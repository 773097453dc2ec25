import { expect, it } from 'vitest'
import { expectNoAxe, renderApp } from '@/test/render'
import { StylePage } from './StylePage'

it('opens and closes a menu and a dialog from the keyboard, and gives the focus back', async () => {
  const { user, getByRole, findByRole, queryByRole } = await renderApp(<StylePage />)
  const more = getByRole('button', { name: 'Plus d’actions' })
  more.focus()
  await user.keyboard('{Enter}')
  expect(await findByRole('menuitem', { name: 'Modifier' })).toBe(document.activeElement)
  await user.keyboard('{Escape}')
  expect(queryByRole('menu')).toBeNull()

  const open = getByRole('button', { name: 'Ouvrir une fenêtre' })
  await user.click(open)
  const dialog = await findByRole('dialog', { name: 'Retirer le sujet\u202f?' })
  await expectNoAxe(dialog)
  await user.keyboard('{Escape}')
  expect(queryByRole('dialog')).toBeNull()
}, 30_000)

it('tells a message in the region for messages', async () => {
  const { user, getByRole, findByText } = await renderApp(<StylePage />)
  await user.click(getByRole('button', { name: 'Afficher un message' }))
  expect(await findByText('Votre sujet est au mur.')).toBeTruthy()
}, 30_000)
