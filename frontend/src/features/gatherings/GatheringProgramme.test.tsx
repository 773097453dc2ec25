import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { item, nantes, show } from './testGatheringPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

const live = {
  ...nantes,
  state: 'LIVE',
  agenda: [
    item({
      id: 'all',
      title: 'Ouverture',
      kind: 'PLENARY',
      startsAt: '2019-06-25T07:30:00Z',
      endsAt: '2019-06-25T08:00:00Z',
    }),
    item({
      id: 'moved',
      title: 'Paroles de maire',
      state: 'MOVED',
      formerStartsAt: '2019-06-25T07:00:00Z',
      formerSpace: 'Hall',
      startsAt: '2019-06-25T08:00:00Z',
      endsAt: '2019-06-25T09:00:00Z',
      viewerCanKeep: true,
    }),
    item({
      id: 'gone',
      title: 'Visite',
      state: 'CANCELLED',
      startsAt: '2019-06-25T08:00:00Z',
      endsAt: '2019-06-25T09:00:00Z',
    }),
    item({
      id: 'full',
      title: 'Atelier',
      startsAt: '2019-06-25T09:00:00Z',
      endsAt: '2019-06-25T10:00:00Z',
      capacity: 2,
      keptCount: 2,
      viewerCanKeep: true,
    }),
    item({
      id: 'kept',
      title: 'Retenue',
      startsAt: '2019-06-25T10:00:00Z',
      endsAt: '2019-06-25T11:00:00Z',
      keptCount: 1,
      viewerKeeps: true,
      viewerCanKeep: true,
    }),
  ],
}

it('tells what was moved or cancelled, and where it was', async () => {
  await show({ GatheringPage: { gathering: live } })
  const moved = (await screen.findByText('Paroles de maire')).closest('li')!
  expect(within(moved).getByText('Déplacé')).toBeDefined()
  expect(moved.textContent).toContain('Prévu d’abord à 09:00, Hall')
  expect(within(screen.getByText('Visite').closest('li')!).getByText('Annulé')).toBeDefined()
})

it('keeps an item, and says when it is full', async () => {
  let input: unknown
  const { user } = await show({
    GatheringPage: { gathering: live },
    KeepAgendaItem: (variables) => {
      input = variables.input
      return {
        keepAgendaItem: {
          __typename: 'KeepAgendaItemPayload',
          agendaItem: { __typename: 'AgendaItem', id: 'moved', keptCount: 1, viewerKeeps: true },
        },
      }
    },
  })
  await user.click(await screen.findByRole('button', { name: /Retenir.*Paroles/ }))
  expect(input).toMatchObject({ agendaItemId: 'moved' })
  expect(screen.getByRole('button', { name: /Retenir.*Atelier/ }).hasAttribute('disabled')).toBe(true)
  expect(screen.getByText('Complet')).toBeDefined()
  expect(screen.queryByRole('button', { name: /Retenir.*Ouverture/ })).toBeNull()
})

it('narrows the programme by what its address says', async () => {
  await show({ GatheringPage: { gathering: live } }, { at: '/rencontres/nantes?q=atelier' })
  expect(await screen.findByText('Atelier')).toBeDefined()
  expect(screen.queryByText('Paroles de maire')).toBeNull()
  expect(screen.getByText('1 résultat')).toBeDefined()
})

it('has one’s own programme: what is for all, what one keeps, the sessions one follows', async () => {
  await show(
    {
      GatheringPage: { gathering: live },
      MyProgramme: {
        gathering: {
          __typename: 'Gathering',
          id: 'nantes',
          viewerTopics: [
            {
              __typename: 'Topic',
              id: 'topic',
              title: 'Un tutorat',
              occurrence: {
                __typename: 'Occurrence',
                id: 'o',
                state: 'PLANNED',
                slot: {
                  __typename: 'Slot',
                  id: 's',
                  startsAt: '2019-06-26T07:45:00Z',
                  endsAt: '2019-06-26T08:45:00Z',
                },
                space: { __typename: 'Space', id: 'loire', name: 'Salle Loire' },
              },
            },
          ],
        },
      },
    },
    { at: '/rencontres/nantes?vue=moi' },
  )
  expect((await screen.findByRole('link', { name: 'Un tutorat' })).getAttribute('href')).toBe('/sujets/topic')
  expect(screen.getByText('Ouverture')).toBeDefined()
  expect(screen.getByText('Retenue')).toBeDefined()
  expect(screen.queryByText('Atelier')).toBeNull()
})
