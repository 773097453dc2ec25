import { expect, it, vi } from 'vitest'
import { renderApp } from '@/test/render'
import { Loaded, type LoadedResult } from './Loaded'

interface Answer {
  group: { title: string } | null
}

const show = (result: LoadedResult<Answer>, onRetry = vi.fn()) =>
  renderApp(
    <Loaded result={result} find={(data) => data.group} onRetry={onRetry}>
      {(group) => <p>{group.title}</p>}
    </Loaded>,
  )

const lost = { networkError: new Error('offline'), graphQLErrors: [] }

it('shows an outline while it comes', async () => {
  const { getByRole } = await show({ fetching: true })
  expect(getByRole('status').textContent).toBe('Chargement…')
})

it('keeps in sight what was read when reading it again fails', async () => {
  const { getByText, queryByRole } = await show({
    fetching: false,
    data: { group: { title: 'Le groupe' } },
    error: lost,
  })
  expect(getByText('Le groupe')).toBeTruthy()
  expect(queryByRole('alert')).toBeNull()
})

it('says that a thing does not exist for its reader', async () => {
  const { getByRole } = await show({ fetching: false, data: { group: null } })
  expect(getByRole('alert').textContent).toContain('Introuvable')
})

it('is the page itself where nothing else is: its title, and the way back', async () => {
  const { getByRole } = await renderApp(
    <Loaded result={{ fetching: false, data: { group: null } }} find={(data: Answer) => data.group} isPage>
      {(group) => <p>{group.title}</p>}
    </Loaded>,
  )
  expect(getByRole('heading', { level: 1 }).textContent).toBe('Introuvable')
  expect(getByRole('link', { name: 'Retour à l’accueil' }).getAttribute('href')).toBe('/')
})

it('lets one try again when the network is away', async () => {
  const again = vi.fn()
  const { user, getByRole } = await show({ fetching: false, error: lost }, again)
  expect(getByRole('alert').textContent).toContain('Le serveur n’a pas répondu')
  await user.click(getByRole('button', { name: 'Réessayer' }))
  expect(again).toHaveBeenCalledOnce()
})
