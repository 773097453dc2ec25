import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { ProceedingsPage } from './ProceedingsPage'
import { sample } from './sampleProceedings'

vi.mock('@/app/liveReads', () => ({ useLiveReads: () => undefined }))
afterEach(() => vi.unstubAllGlobals())

const open = (proceedings: object | null, answers: Record<string, StubAnswer> = {}) =>
  renderApp(<ProceedingsPage />, {
    path: '/rencontres/$gatheringId/actes',
    at: '/rencontres/nantes/actes',
    client: stubClient({ Proceedings: { proceedings }, ...answers }),
  })

it('tells what there is, and what is missing', async () => {
  const { container } = await open(sample)
  await screen.findByRole('heading', { level: 1, name: sample.name })
  const contents = screen.getByRole('navigation', { name: 'Sommaire' })
  expect(within(contents).getByRole('link', { name: 'Ce qui manque' }).getAttribute('href')).toBe('#missing')
  expect(screen.getByRole('table', { name: 'mardi 25 juin' }).textContent).toContain('09:30')
  const missing = screen.getByRole('region', { name: /^Ce qui manque/ })
  expect(missing.textContent).toMatch(/Récolte attendue\s: Récolte perdue/)
  expect(missing.textContent).toContain('par Malik Ferrand')
  const title = screen.getByRole('heading', { level: 3, name: 'Gouvernance du réseau' })
  expect(within(title).getByRole('link').getAttribute('href')).toBe('/sujets/governance')
  expect(screen.queryByRole('switch')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Rendre les actes définitifs' })).toBeNull()
  await expectNoAxe(container)
})

const editions = [
  { __typename: 'ProceedingsEdition', number: 2, note: 'Une date', at: '2019-07-20T14:00:00Z' },
  { __typename: 'ProceedingsEdition', number: 1, note: '', at: '2019-07-12T14:00:00Z' },
]
const corrected = { ...sample, address: '2019-nantes', finalAt: '2019-07-20T14:00:00Z', edition: 2, editions }

it('says which edition it is and what it corrects, and leads to the others', async () => {
  const { container } = await open({ ...corrected, note: 'Une date', viewerCanCorrect: true })
  await screen.findByText('Édition 2, corrigée le 20 juillet 2019')
  await screen.findByText(/Ce qu’elle corrige\s: Une date/)
  expect(screen.queryByText('Une édition plus récente existe')).toBeNull()
  const all = screen.getByText(/Toutes les éditions/).closest('details')!
  expect(within(all).getByText('Édition 1', { selector: 'a' }).getAttribute('href')).toBe(
    '/rencontres/nantes/actes/editions/1',
  )
  expect(screen.getByRole('link', { name: 'Corriger les actes' }).getAttribute('href')).toBe(
    '/rencontres/nantes/actes/correction',
  )
  await expectNoAxe(container)
})

it('says of an earlier edition that a newer one exists, and takes away the one that is read', async () => {
  await open({ ...corrected, finalAt: '2019-07-12T14:00:00Z', edition: 1 })
  await screen.findByText('Une édition plus récente existe')
  expect(screen.getByRole('link', { name: 'Lire la dernière édition' }).getAttribute('href')).toBe(
    '/rencontres/nantes/actes',
  )
  expect(screen.getByRole('link', { name: 'Télécharger en ODT' }).getAttribute('href')).toBe(
    '/rencontres/nantes/actes/editions/1/actes.odt',
  )
  expect(screen.queryByRole('link', { name: 'Corriger les actes' })).toBeNull()
})

it('leads nowhere from the public part', async () => {
  await open({ ...corrected, publicPart: true })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('link', { name: 'Groupe gouvernance' })).toBeNull()
})

it('says plainly that there is no PDF', async () => {
  await open({ ...sample, pdfOffered: false })
  expect(await screen.findByText(/Le PDF n’est pas proposé ici/)).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Télécharger en PDF' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Télécharger en ODT' })).toBeDefined()
})

it('puts an entry into the public part, and a whole chapter', async () => {
  const sent: unknown[] = []
  const { user } = await open(
    { ...sample, viewerCanEdit: true },
    {
      ChoosePublicPart: ({ input }) => {
        sent.push(input)
        return {
          choosePublicPart: {
            __typename: 'ChoosePublicPartPayload',
            proceedings: { __typename: 'Proceedings', gatheringId: 'nantes' },
          },
        }
      },
    },
  )
  await user.click(await screen.findByRole('switch', { name: /Dans la partie publique\s+Récolte perdue/ }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ gatheringId: 'nantes', entryIds: ['lost'], public: true })
  const forum = screen.getByRole('region', { name: /^Forum ouvert/ })
  await user.click(await within(forum).findByRole('button', { name: 'Tout rendre public' }))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]).toMatchObject({ entryIds: ['governance', 'lost'], public: true })
})

it('shows both forewords when another has written one meanwhile', async () => {
  const sent: Record<string, unknown>[] = []
  const { user } = await open(
    { ...sample, viewerCanEdit: true },
    {
      WriteForeword: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return sent.length === 1
          ? { errors: [{ code: 'CONFLICT', field: 'version', message: 'Quelqu’un a modifié ceci.' }] }
          : {
              writeForeword: {
                __typename: 'WriteForewordPayload',
                proceedings: { __typename: 'Proceedings', gatheringId: 'nantes', version: 5 },
              },
            }
      },
      LatestForeword: {
        proceedings: { __typename: 'Proceedings', gatheringId: 'nantes', foreword: 'Le leur', version: 4 },
      },
    },
  )
  await user.click(await screen.findByRole('button', { name: 'Écrire l’avant-propos' }))
  await user.type(await screen.findByRole('textbox', { name: /Avant-propos/ }), 'Le mien')
  await user.click(screen.getByRole('button', { name: 'Enregistrer l’avant-propos' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('Le mien')
  expect(dialog.textContent).toContain('Le leur')
  await user.click(within(dialog).getByRole('button', { name: 'Reprendre ma version' }))
  await user.click(await screen.findByRole('button', { name: 'Enregistrer l’avant-propos' }))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]).toMatchObject({ version: 4, text: 'Le mien' })
})

it('makes them final once what is missing has been read', async () => {
  const sent: unknown[] = []
  const { user } = await open(
    { ...sample, viewerCanFinalize: true, version: 3 },
    {
      FinalizeProceedings: ({ input }) => {
        sent.push(input)
        return { finalizeProceedings: { __typename: 'FinalizeProceedingsPayload', gathering: null } }
      },
    },
  )
  await user.click(await screen.findByRole('button', { name: 'Rendre les actes définitifs' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toMatch(/Récolte attendue\s: Récolte perdue/)
  const confirm = within(dialog).getByRole('button', { name: 'Rendre les actes définitifs' })
  expect(confirm.hasAttribute('disabled')).toBe(true)
  await user.click(within(dialog).getByRole('switch'))
  await user.click(confirm)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ gatheringId: 'nantes', version: 3, missingCount: 1 })
})

it('renews the session on the way to a document', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response('', { status: asked.length === 1 ? 401 : 503 }))
  })
  const { user } = await open(sample)
  await user.click(await screen.findByRole('link', { name: 'Télécharger en ODT' }))
  await waitFor(() => expect(asked).toContain('/auth/refresh'))
  expect(asked[0]).toBe('/rencontres/nantes/actes/actes.odt')
})
