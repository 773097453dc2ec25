import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { ContributionsPage } from './ContributionsPage'
import { sampleChoices, sampleContribution, sampleList, sampleQuestion } from './sampleContribution'

type Asked = { filter: Record<string, unknown>; orderBy: string; after?: string }

function server(
  contributions = [sampleContribution(), sampleQuestion()],
  more: Record<string, unknown> = {},
) {
  const asked: Asked[] = []
  const inputs: Record<string, Record<string, unknown>> = {}
  const note =
    (name: string, contribution: object) =>
    ({ input }: Record<string, unknown>) => {
      inputs[name] = input as Record<string, unknown>
      return { [name]: { __typename: `${name}Payload`, contribution } }
    }
  const client = stubClient({
    ListOptions: {
      themes: sampleChoices.themes,
      centres: sampleList('Centre', [{ __typename: 'Centre', id: 'c', shortName: 'Labo Cités' }]),
      gatherings: sampleList('Gathering', [{ __typename: 'Gathering', id: 'g', name: 'Nantes' }]),
    },
    ContributionChoices: sampleChoices,
    Contributions: (variables) => {
      asked.push(variables as unknown as Asked)
      return {
        contributions: sampleList('Contribution', contributions, { hasNextPage: true, endCursor: 'last' }),
      }
    },
    DraftContribution: note('draftContribution', { __typename: 'Contribution', id: 'new', version: 1 }),
    PublishContribution: note('publishContribution', sampleContribution({ id: 'new' })),
    ...(more as Record<string, never>),
  })
  return { client, asked, inputs }
}

const at = (search = '') => ({ path: '/pepites', at: `/pepites${search}` })

beforeEach(emptyStore)

describe('ContributionsPage', () => {
  it('shows what each is, who brings it and what others make of it', async () => {
    const { client } = server([
      sampleContribution({ commentCount: 2 }),
      sampleQuestion({
        title: 'x'.repeat(120),
        state: 'ANSWER_PROMISED',
        promisedFor: '2026-12-09',
        gathering: null,
        viewerCanSupport: false,
      }),
    ])
    const { container } = await renderApp(<ContributionsPage />, { client, ...at() })
    const card = within((await screen.findByRole('link', { name: 'Maraudes numériques' })).closest('li')!)
    await expectNoAxe(container)
    expect(card.getByText('Pépite')).toBeTruthy()
    expect(card.getByText('Malik Ouedraogo')).toBeTruthy()
    expect(card.getByText('2 commentaires')).toBeTruthy()
    expect(card.getByRole('button', { name: /3 soutiens/ })).toBeTruthy()
    const question = within(screen.getByRole('link', { name: 'x'.repeat(120) }).closest('li')!)
    expect(question.getByText('Réponse promise pour le 9 décembre 2026')).toBeTruthy()
    expect(question.getByText('Hors rencontre')).toBeTruthy()
    expect(question.queryByRole('button')).toBeNull()
  })

  it('keeps what narrows and orders the list in the address, and asks for the withdrawn when they are wanted', async () => {
    const { client, asked } = server()
    const { user, address } = await renderApp(<ContributionsPage />, {
      client,
      ...at('?apres=cursor&nature=QUESTION&etat=["WITHDRAWN"]&ordre=SUPPORT'),
    })
    await screen.findByRole('link', { name: 'Maraudes numériques' })
    expect(asked.at(-1)).toMatchObject({
      orderBy: 'SUPPORT',
      after: 'cursor',
      filter: { kind: 'QUESTION', states: ['WITHDRAWN'], includeWithdrawn: true },
    })
    await user.click(screen.getByRole('switch', { name: 'Les miennes' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { mine: true } }))
    expect(asked.at(-1)!.after).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Suivants' }))
    await waitFor(() => expect(address()).toContain('apres=last'))
  })

  it('says what to do when nothing is found', async () => {
    const { client } = server([])
    await renderApp(<ContributionsPage />, { client, ...at('?q=zzz') })
    expect(await screen.findByText('Rien ne correspond')).toBeTruthy()
  })

  it('shares a pépite in the gathering going on, and publishes it at once', async () => {
    const { client, inputs } = server()
    const { user, address } = await renderApp(<ContributionsPage />, { client, ...at() })
    await user.click(screen.getByRole('button', { name: 'Partager une pépite' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Partager une pépite' }))
    await user.click(await dialog.findByRole('button', { name: 'Partager' }))
    expect((await dialog.findAllByText('Écrivez au moins cette phrase')).length).toBeGreaterThan(0)
    await user.type(dialog.getByLabelText(/qu’est-ce qui marche/), 'Une ludothèque')
    await user.type(dialog.getByLabelText('Liens'), 'javascript:alert(1)')
    await user.click(dialog.getByRole('button', { name: 'Partager' }))
    expect((await dialog.findAllByText(/Chaque ligne doit être une adresse/)).length).toBeGreaterThan(0)
    await user.clear(dialog.getByLabelText('Liens'))
    await user.type(dialog.getByLabelText('Liens'), 'https://a.example{Enter}https://b.example')
    await user.click(dialog.getByRole('checkbox', { name: 'Emploi' }))
    await user.click(dialog.getByRole('button', { name: 'Partager' }))
    await waitFor(() => expect(address()).toBe('/pepites/new'))
    expect(inputs.draftContribution).toMatchObject({
      kind: 'PEPITE',
      gatheringId: 'tours',
      title: 'Une ludothèque',
      links: ['https://a.example', 'https://b.example'],
      themeIds: ['theme'],
    })
    expect(inputs.publishContribution).toMatchObject({ contributionId: 'new', version: 1 })
  })

  it('keeps a question as a draft, for no gathering', async () => {
    const { client, inputs } = server()
    const { user, address } = await renderApp(<ContributionsPage />, {
      client,
      ...at('?nouvelle=QUESTION'),
    })
    const dialog = within(await screen.findByRole('dialog', { name: 'Poser une question' }))
    await user.type(await dialog.findByLabelText(/Votre question/), 'Comment faire ?')
    expect(dialog.queryByLabelText('Liens')).toBeNull()
    await user.selectOptions(dialog.getByLabelText('Pour quelle rencontre ?'), 'Aucune pour l’instant')
    await user.click(dialog.getByRole('checkbox', { name: /Publier tout de suite/ }))
    await user.click(dialog.getByRole('button', { name: 'Garder le brouillon' }))
    await waitFor(() => expect(address()).toBe('/pepites/new'))
    expect(inputs.draftContribution).toMatchObject({ kind: 'QUESTION', gatheringId: null })
    expect(inputs.draftContribution).not.toHaveProperty('links')
    expect(inputs.publishContribution).toBeUndefined()
  })

  it('lets a guest bring something to their gathering only, and puts what the server refuses beside its field', async () => {
    const guest = sessionAnswer()
    Object.assign((guest.viewer as { staffMember: object }).staffMember, { job: 'GUEST', centre: null })
    const { client } = server(undefined, {
      Session: guest,
      DraftContribution: {
        errors: [
          { code: 'INVALID', field: 'input.gatheringId', message: 'Cette rencontre ne reçoit plus rien.' },
        ],
      },
    })
    const { user } = await renderApp(<ContributionsPage />, {
      client,
      ...at('?nouvelle=QUESTION'),
    })
    const dialog = within(await screen.findByRole('dialog', { name: 'Poser une question' }))
    await user.type(await dialog.findByLabelText(/Votre question/), 'Comment faire ?')
    const gatherings = dialog.getByLabelText('Pour quelle rencontre ?')
    expect(within(gatherings).queryByRole('option', { name: /Aucune/ })).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Poser la question' }))
    expect((await dialog.findAllByText('Cette rencontre ne reçoit plus rien.')).length).toBeGreaterThan(1)
  })

  it('supports at once, in both languages', async () => {
    const { client } = server([sampleContribution()], {
      SupportContribution: () => new Promise<never>(() => undefined),
    })
    const { user } = await renderApp(<ContributionsPage />, { client, ...at(), language: 'en' })
    await user.click(await screen.findByRole('button', { name: /I support “Maraudes numériques” \(3/ }))
    const pressed = await screen.findByRole('button', { name: /I support “Maraudes numériques” \(4/ })
    expect(pressed.getAttribute('aria-pressed')).toBe('true')
  })
})
