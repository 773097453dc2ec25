import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { CorrectionPage } from './CorrectionPage'
import { sample } from './sampleProceedings'

const first = { __typename: 'ProceedingsEdition', number: 1, note: '', at: '2019-07-12T14:00:00Z' }
const second = { __typename: 'ProceedingsEdition', number: 2, note: 'Une date', at: '2019-07-20T14:00:00Z' }
const final = {
  ...sample,
  address: '2019-nantes',
  edition: 1,
  finalAt: first.at,
  editions: [first],
  viewerCanCorrect: true,
}

const open = (proceedings: StubAnswer, answers: Record<string, StubAnswer> = {}) =>
  renderApp(<CorrectionPage />, {
    path: '/rencontres/$gatheringId/actes/correction',
    at: '/rencontres/nantes/actes/correction',
    client: stubClient({ Proceedings: proceedings, ...answers }),
  })

/** Finds the text that has a word, and writes another in its place. */
async function correct(
  user: Awaited<ReturnType<typeof open>>['user'],
  search: string,
  name: RegExp,
  text: string,
) {
  const box = await screen.findByRole('searchbox', { name: 'Chercher dans les actes' })
  await user.clear(box)
  await user.type(box, search)
  await user.click(screen.getByRole('button', { name }))
  const dialog = await screen.findByRole('dialog')
  const field = within(dialog).getByRole('textbox', { name: /Texte corrigé/ })
  await user.clear(field)
  await user.type(field, text)
  await user.click(within(dialog).getByRole('button', { name: 'Garder la correction' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
}

it('finds a text, replaces it, and publishes with a note', async () => {
  const sent: unknown[] = []
  const { user, container, address } = await open(
    { proceedings: final },
    {
      CorrectProceedings: ({ input }) => {
        sent.push(input)
        return {
          correctProceedings: {
            __typename: 'CorrectProceedingsPayload',
            proceedings: { __typename: 'Proceedings', gatheringId: 'nantes', edition: 2 },
          },
        }
      },
    },
  )
  await screen.findByRole('heading', { level: 1, name: 'Corriger les actes' })
  await expectNoAxe(container)
  await correct(user, 'un groupe', /^Corriger\s: Récolte\s: ce que nous avons décidé/, 'Deux groupes')
  await correct(user, 'malik', /^Corriger\s: Nom/, 'Malik Ferrant')
  const prepared = screen.getByRole('region', { name: /^Vos corrections/ })
  expect(within(prepared).getAllByRole('listitem')).toHaveLength(2)
  expect(prepared.querySelector('ins')?.textContent).toContain('Deux')
  await user.click(within(prepared).getByRole('button', { name: /^Renoncer à corriger\s: Nom/ }))

  await user.click(screen.getByRole('button', { name: 'Publier l’édition 2' }))
  expect((await screen.findAllByText('Dites ce que cette édition corrige.')).length).toBeGreaterThan(0)
  expect(sent).toHaveLength(0)
  await user.type(screen.getByRole('textbox', { name: /Ce que cette édition corrige/ }), 'Une décision')
  await user.click(screen.getByRole('button', { name: 'Publier l’édition 2' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({
    gatheringId: 'nantes',
    version: 1,
    note: 'Une décision',
    corrections: [{ part: 'HARVEST_DECIDED', subjectId: 'governance', place: 0, text: 'Deux groupes' }],
  })
  await waitFor(() => expect(address()).toBe('/rencontres/nantes/actes'))
})

it('keeps what was prepared when another edition has come, and is said of that one then', async () => {
  const sent: { version: number }[] = []
  const { user } = await open(
    () => ({
      proceedings:
        sent.length === 0 ? final : { ...final, edition: 2, editions: [second, first], note: 'Une date' },
    }),
    {
      CorrectProceedings: ({ input }) => {
        sent.push(input as { version: number })
        return { errors: [{ code: 'CONFLICT', field: 'version', message: 'Changé.' }] }
      },
    },
  )
  await correct(user, 'un groupe', /^Corriger\s: Récolte/, 'Deux groupes')
  await user.type(screen.getByRole('textbox', { name: /Ce que cette édition corrige/ }), 'Une décision')
  await user.click(screen.getByRole('button', { name: 'Publier l’édition 2' }))
  await screen.findByText(/Une autre édition a paru entre-temps/)
  await user.click(await screen.findByRole('button', { name: 'Publier l’édition 3' }))
  await waitFor(() => expect(sent.map(({ version }) => version)).toEqual([1, 2]))
})

it('refuses a title without words and a correction that changes nothing', async () => {
  const { user } = await open({ proceedings: final })
  await user.type(await screen.findByRole('searchbox', { name: 'Chercher dans les actes' }), 'gouvernance')
  await user.click(screen.getByRole('button', { name: /^Corriger\s: Titre du sujet/ }))
  const dialog = await screen.findByRole('dialog')
  const keep = within(dialog).getByRole('button', { name: 'Garder la correction' })
  await user.click(keep)
  await within(dialog).findByText('C’est le texte des actes.')
  await user.clear(within(dialog).getByRole('textbox'))
  await user.click(keep)
  await within(dialog).findByText('Ce texte ne peut pas être vide.')
})

it('says plainly who may', async () => {
  await open({ proceedings: { ...final, viewerCanCorrect: false } })
  await screen.findByRole('heading', { level: 2, name: 'Ces actes ne se corrigent pas ici' })
  expect(screen.queryByRole('searchbox')).toBeNull()
})
