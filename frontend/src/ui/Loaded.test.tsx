import { expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp } from '@/test/render'
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

it('stands for the whole page where that comes from there: a title, which names the tab, and a way from there', async () => {
  const page = (result: LoadedResult<Answer>) =>
    renderApp(
      <Loaded level={1} result={result} find={(data) => data.group} onRetry={vi.fn()}>
        {(group) => <h1>{group.title}</h1>}
      </Loaded>,
    )
  const missing = await page({ fetching: false, data: { group: null } })
  expect(missing.getByRole('heading', { level: 1 }).textContent).toBe('Introuvable')
  expect(document.title).toContain('Introuvable')
  expect(missing.getByRole('link', { name: 'Retour à l’accueil' }).getAttribute('href')).toBe('/')
  expect(missing.queryByRole('button')).toBeNull()
  await expectNoAxe(missing.container)
  missing.unmount()
  const away = await page({ fetching: false, error: lost })
  expect(away.getByRole('heading', { level: 1 })).toBeTruthy()
  expect(away.getByRole('button', { name: 'Réessayer' })).toBeTruthy()
  expect(away.getByRole('link', { name: 'Retour à l’accueil' })).toBeTruthy()
})

it('lets one try again when the network is away', async () => {
  const again = vi.fn()
  const { user, getByRole } = await show({ fetching: false, error: lost }, again)
  expect(getByRole('alert').textContent).toContain('Le serveur n’a pas répondu')
  await user.click(getByRole('button', { name: 'Réessayer' }))
  expect(again).toHaveBeenCalledOnce()
})
