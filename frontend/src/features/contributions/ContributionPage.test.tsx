import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { ContributionPage } from './ContributionPage'
import {
  sampleAnswer,
  sampleChoices,
  sampleContribution,
  sampleList,
  sampleQuestion,
} from './sampleContribution'

const said = (id: string, changes: Record<string, unknown> = {}) => ({
  __typename: 'ContributionComment',
  id,
  text: `Dit ${id}`,
  createdAt: '2026-11-22T09:00:00Z',
  withdrawnAt: null,
  viewerCanWithdraw: false,
  author: { __typename: 'StaffMember', id: 'ines', name: 'Inès Carpentier', centre: null },
  ...changes,
})

function server(
  contribution: Record<string, unknown>,
  more: Record<string, StubAnswer> = {},
  comments: (after: unknown) => Record<string, unknown> = () => sampleList('ContributionComment', []),
) {
  const inputs: Record<string, Record<string, unknown>> = {}
  // As it stands on the server: what is done to it is read again.
  let current = contribution
  const note =
    (name: string, answer: { contribution: Record<string, unknown>; comment?: object }) =>
    ({ input }: Record<string, unknown>) => {
      inputs[name] = input as Record<string, unknown>
      current = { ...current, ...answer.contribution }
      return { [name]: { __typename: `${name}Payload`, ...answer } }
    }
  const client = stubClient({
    Events: {},
    ContributionPage: () => ({ contribution: current }),
    ContributionChoices: sampleChoices,
    ContributionComments: ({ after }) => ({
      contribution: { __typename: 'Contribution', id: contribution.id, comments: comments(after) },
    }),
    ObjectThread: { thread: null },
    CommentContribution: note('commentContribution', {
      contribution: { __typename: 'Contribution', id: contribution.id, commentCount: 1 },
      comment: said('new'),
    }),
    WithdrawComment: note('withdrawComment', {
      contribution: { __typename: 'Contribution', id: contribution.id, commentCount: 0 },
      comment: said('own', { text: '', withdrawnAt: '2026-11-22T10:00:00Z' }),
    }),
    AnswerContribution: note('answerContribution', { contribution }),
    AcceptAnswer: note('acceptAnswer', {
      contribution: {
        ...contribution,
        state: 'ANSWERED',
        answers: [sampleAnswer({ accepted: true, viewerCanAccept: false })],
      },
    }),
    PromiseAnswer: note('promiseAnswer', { contribution }),
    PublishContribution: note('publishContribution', {
      contribution: { ...contribution, state: 'PUBLISHED' },
    }),
    WithdrawContribution: note('withdrawContribution', {
      contribution: { ...contribution, state: 'WITHDRAWN', viewerCanWithdraw: false },
    }),
    ...more,
  })
  return { client, inputs }
}

const at = (id = 'pepite', search = '') => ({
  path: '/pepites/$contributionId',
  at: `/pepites/${id}${search}`,
})

beforeEach(emptyStore)

describe('ContributionPage', () => {
  it('reads as a practice sheet, and leads on to a topic and to the wall', async () => {
    const { client } = server(
      sampleContribution({ results: 'Quarante personnes', links: ['https://labo.example/fiche'] }),
    )
    const { container } = await renderApp(<ContributionPage />, { client, ...at() })
    await screen.findByRole('heading', { level: 1, name: 'Maraudes numériques' })
    await screen.findByText('Aucun commentaire pour l’instant.')
    await expectNoAxe(container)
    for (const part of ['Le contexte', 'Ce qui a été fait', 'Ce que cela a donné', 'Liens'])
      expect(screen.getByRole('heading', { name: part })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Comment le refaire ailleurs' })).toBeNull()
    expect(screen.getByRole('link', { name: 'labo.example/fiche' }).getAttribute('rel')).toBe('noreferrer')
    expect(screen.getByRole('link', { name: 'Barcamp' }).getAttribute('href')).toBe(
      '/rencontres/tours/barcamp',
    )
    expect(screen.getByRole('link', { name: 'En faire un sujet du forum' }).getAttribute('href')).toBe(
      '/forums/forum?proposer=true&origine=pepite',
    )
    expect(screen.queryByRole('link', { name: 'Demander un groupe de travail' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Proposer un projet commun' })).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Réponses' })).toBeNull()
  })

  it('publishes a draft, which nobody supports or comments yet', async () => {
    const { client, inputs } = server(
      sampleContribution({
        state: 'DRAFT',
        version: 1,
        viewerCanPublish: true,
        viewerCanSupport: false,
        viewerCanComment: false,
        publishedAt: null,
      }),
    )
    const { user } = await renderApp(<ContributionPage />, { client, ...at() })
    expect(await screen.findByText('Un brouillon que vous seul voyez')).toBeTruthy()
    expect(screen.queryByLabelText('Votre commentaire')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Publier' }))
    await waitFor(() => expect(inputs.publishContribution).toMatchObject({ version: 1 }))
  })

  it('withdraws after asking once more', async () => {
    const { client, inputs } = server(sampleContribution({ viewerCanWithdraw: true }))
    const { user } = await renderApp(<ContributionPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Retirer' }))
    const dialog = within(await screen.findByRole('dialog', { name: /Retirer «/ }))
    await user.click(dialog.getByRole('button', { name: 'Retirer' }))
    await waitFor(() =>
      expect(inputs.withdrawContribution).toMatchObject({ contributionId: 'pepite', version: 2 }),
    )
    expect(await screen.findByText('Retirée par la personne qui l’avait apportée')).toBeTruthy()
  })

  it('rewrites, and shows both texts when another has come between', async () => {
    const { client } = server(sampleContribution({ viewerCanEdit: true }), {
      EditContribution: {
        errors: [{ code: 'CONFLICT', field: 'version', message: 'Quelqu’un a modifié ceci.' }],
      },
      LatestContribution: {
        contribution: sampleContribution({ title: 'Leur titre', version: 3 }),
      },
    })
    const { user } = await renderApp(<ContributionPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Modifier' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Modifier la pépite' }))
    const title = await dialog.findByLabelText(/qu’est-ce qui marche/)
    await user.clear(title)
    await user.type(title, 'Mon titre')
    expect(dialog.queryByLabelText('Pour quelle rencontre ?')).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Enregistrer' }))
    const conflict = within(await screen.findByRole('dialog', { name: /Quelqu’un a modifié/ }))
    expect(conflict.getByText(/Leur titre/)).toBeTruthy()
    expect(conflict.getByText(/Mon titre/)).toBeTruthy()
  })

  it('takes comments, a page after the other, and leaves a trace of those taken back', async () => {
    const pages: Record<string, Record<string, unknown>> = {
      first: sampleList(
        'ContributionComment',
        [
          said('own', { viewerCanWithdraw: true }),
          said('gone', { text: '', withdrawnAt: '2026-11-22T10:00:00Z' }),
        ],
        { hasNextPage: true, endCursor: 'cursor' },
      ),
      cursor: sampleList('ContributionComment', [said('older')]),
    }
    const { client, inputs } = server(
      sampleContribution({ commentCount: 2 }),
      {},
      (after) => pages[(after as string | undefined) ?? 'first']!,
    )
    const { user, container } = await renderApp(<ContributionPage />, { client, ...at() })
    expect(await screen.findByText('Dit own')).toBeTruthy()
    expect(screen.getByText('Commentaire retiré')).toBeTruthy()
    expect(screen.queryByText('Dit older')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Afficher la suite' }))
    expect(await screen.findByText('Dit older')).toBeTruthy()
    expect(screen.getByText('Dit own')).toBeTruthy()
    await expectNoAxe(container)
    await user.click(screen.getByRole('button', { name: 'Commenter' }))
    expect((await screen.findAllByText('Écrivez quelque chose')).length).toBeGreaterThan(0)
    await user.type(screen.getByLabelText('Votre commentaire'), 'Bravo')
    await user.click(screen.getByRole('button', { name: 'Commenter' }))
    await waitFor(() => expect(inputs.commentContribution).toMatchObject({ text: 'Bravo' }))
    await user.click(screen.getByRole('button', { name: 'Retirer le commentaire de Inès Carpentier' }))
    const dialog = within(await screen.findByRole('dialog', { name: /Retirer ce commentaire/ }))
    await user.click(dialog.getByRole('button', { name: 'Retirer' }))
    await waitFor(() => expect(inputs.withdrawComment).toMatchObject({ commentId: 'own' }))
  })

  it('accepts an answer, in the version that was read', async () => {
    const { client, inputs } = server(sampleQuestion())
    const { user, container } = await renderApp(<ContributionPage />, { client, ...at('question') })
    await user.click(await screen.findByRole('button', { name: 'Retenir la réponse de Léa Schmitt' }))
    const dialog = within(await screen.findByRole('dialog', { name: /Retenir la réponse/ }))
    await user.click(dialog.getByRole('button', { name: 'Retenir cette réponse' }))
    await waitFor(() => expect(inputs.acceptAnswer).toMatchObject({ answerId: 'answer', version: 1 }))
    expect(await screen.findByText('Réponse retenue')).toBeTruthy()
    await expectNoAxe(container)
  })

  it('says so when the answer has been rewritten meanwhile', async () => {
    const { client } = server(sampleQuestion(), {
      AcceptAnswer: { errors: [{ code: 'CONFLICT', field: 'version', message: 'x' }] },
    })
    const { user } = await renderApp(<ContributionPage />, { client, ...at('question') })
    await user.click(await screen.findByRole('button', { name: 'Retenir la réponse de Léa Schmitt' }))
    const dialog = within(await screen.findByRole('dialog', { name: /Retenir la réponse/ }))
    await user.click(dialog.getByRole('button', { name: 'Retenir cette réponse' }))
    expect(await screen.findByText(/Cette réponse vient d’être modifiée/)).toBeTruthy()
  })

  it('opens the answer for whoever comes from their list of tasks', async () => {
    const { client, inputs } = server(
      sampleQuestion({
        viewerAnswer: { __typename: 'ContributionAnswer', id: 'mine', text: 'Avant', version: 2 },
      }),
    )
    const { user, address } = await renderApp(<ContributionPage />, {
      client,
      ...at('question', '?repondre=true'),
    })
    const dialog = within(await screen.findByRole('dialog', { name: 'Modifier ma réponse' }))
    const text = await dialog.findByLabelText(/Votre réponse/)
    await user.clear(text)
    await user.type(text, 'Après')
    await user.click(dialog.getByRole('button', { name: 'Envoyer la réponse' }))
    await waitFor(() => expect(inputs.answerContribution).toMatchObject({ version: 2, text: 'Après' }))
    await waitFor(() => expect(address()).toBe('/pepites/question'))
  })

  it('promises an answer in one’s own name, for a day', async () => {
    const { client, inputs } = server(sampleQuestion())
    const { user } = await renderApp(<ContributionPage />, { client, ...at('question') })
    await user.click(await screen.findByRole('button', { name: 'Promettre une réponse' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Promettre une réponse' }))
    await user.click(await dialog.findByRole('button', { name: 'Promettre' }))
    expect((await dialog.findAllByText('Choisissez un jour')).length).toBeGreaterThan(0)
    expect(dialog.queryByLabelText(/Qui répondra/)).toBeNull()
    await user.type(dialog.getByLabelText(/Pour quel jour/), '2027-01-15')
    await user.click(dialog.getByRole('button', { name: 'Promettre' }))
    await waitFor(() =>
      expect(inputs.promiseAnswer).toMatchObject({ staffMemberId: 'person', dueOn: '2027-01-15' }),
    )
  })

  it('says who has promised, in English too', async () => {
    const { client } = server(
      sampleQuestion({
        state: 'ANSWER_PROMISED',
        promisedFor: '2026-12-09',
        promisedBy: { __typename: 'StaffMember', id: 'malik', name: 'Malik Ouedraogo' },
        viewerCanPromiseAnswer: false,
      }),
    )
    await renderApp(<ContributionPage />, { client, ...at('question'), language: 'en' })
    expect(await screen.findByText('Malik Ouedraogo has promised an answer for 9 December 2026')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Change the promise' })).toBeNull()
  })
})
