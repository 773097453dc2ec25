import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { BarcampPage } from './BarcampPage'
import { sampleChoices, sampleContribution, sampleList } from './sampleContribution'

const next = sampleContribution({ id: 'next', title: 'La suivante', viewerCanPresent: true })

function server(changes: Record<string, unknown> = {}) {
  const asked: Record<string, unknown>[] = []
  const presented: unknown[] = []
  const client = stubClient({
    ListOptions: { themes: sampleChoices.themes },
    ContributionChoices: sampleChoices,
    Events: {},
    Barcamp: (variables) => {
      asked.push(variables)
      return {
        gathering: {
          __typename: 'Gathering',
          id: 'tours',
          name: 'Rencontre de Tours',
          state: 'LIVE',
          timeZone: 'Europe/Paris',
          viewerCanBring: true,
          nextContribution: next,
          presentedContribution: null,
          barcamp: sampleList('Contribution', [next, sampleContribution({ state: 'PRESENTED' })]),
          ...changes,
        },
      }
    },
    PresentContribution: ({ input }) => {
      presented.push((input as { contributionId: string }).contributionId)
      return {
        presentContribution: {
          __typename: 'PresentContributionPayload',
          contribution: {
            __typename: 'Contribution',
            id: 'next',
            state: 'PRESENTED',
            presentedAt: '2026-11-27T10:00:00Z',
            viewerCanPresent: false,
          },
          gathering: {
            __typename: 'Gathering',
            id: 'tours',
            nextContribution: null,
            presentedContribution: { __typename: 'Contribution', id: 'next' },
          },
        },
      }
    },
  })
  return { client, asked, presented }
}

const at = {
  path: '/rencontres/$gatheringId/barcamp',
  at: '/rencontres/tours/barcamp',
}

beforeEach(emptyStore)

describe('BarcampPage', () => {
  it('says who has the floor and who comes next, above the wall', async () => {
    const { client, asked } = server()
    const { container } = await renderApp(<BarcampPage />, { client, ...at })
    const stage = within(await screen.findByRole('region', { name: 'Sur scène' }))
    await expectNoAxe(container)
    expect(stage.getByText('Rien n’a encore été présenté.')).toBeTruthy()
    expect(stage.getByRole('link', { name: 'La suivante' })).toBeTruthy()
    expect(within(screen.getByRole('list', { name: 'Le mur' })).getAllByRole('heading')).toHaveLength(2)
    expect(asked[0]).toMatchObject({ id: 'tours', orderBy: 'TURN' })
  })

  it('presents the next one in one press', async () => {
    const { client, presented } = server()
    const { user } = await renderApp(<BarcampPage />, { client, ...at })
    const stage = within(await screen.findByRole('region', { name: 'Sur scène' }))
    await user.click(stage.getByRole('button', { name: /Présenter/ }))
    expect(await screen.findByText(/« La suivante » a la parole/)).toBeTruthy()
    expect(presented).toEqual(['next'])
  })

  it('brings something to this gathering, without asking which', async () => {
    const { client } = server()
    const { user } = await renderApp(<BarcampPage />, { client, ...at })
    await user.click(await screen.findByRole('button', { name: 'Poser une question' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Poser une question' }))
    await dialog.findByLabelText(/Votre question/)
    expect(dialog.queryByLabelText('Pour quelle rencontre ?')).toBeNull()
  })

  it('takes nothing more once the gathering is over, and shows no stage', async () => {
    const { client } = server({ state: 'CLOSED', viewerCanBring: false })
    await renderApp(<BarcampPage />, { client, ...at, language: 'en' })
    expect(await screen.findByRole('list', { name: 'The wall' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ask a question' })).toBeNull()
    expect(screen.queryByText('On stage')).toBeNull()
  })
})
