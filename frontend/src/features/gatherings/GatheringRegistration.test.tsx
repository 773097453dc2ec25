import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { nantes, show } from './testGatheringPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

const own = {
  __typename: 'Registration',
  id: 'mine',
  state: 'WAITING',
  days: ['2019-06-25'],
  needs: 'Sans gluten',
  waitingPlace: 2,
  placeAnswer: null as string | null,
  version: 1,
  viewerCanEdit: true,
  viewerCanWithdraw: true,
  viewerReadsNeeds: true,
}

it('registers for the days one comes, and says where one stands', async () => {
  const sent: object[] = []
  const full = {
    ...nantes,
    state: 'LIVE',
    capacity: 80,
    registeredCount: 80,
    waitingCount: 1,
    viewerCanRegister: true,
  }
  let now: object = full
  const { user } = await show({
    GatheringPage: () => ({ gathering: now }),
    RegisterMyself: ({ input }) => {
      const { days, needs } = input as { days: string[]; needs: string }
      sent.push({ days, needs })
      now = { ...full, waitingCount: 2, viewerCanRegister: false, viewerRegistration: own }
      return {
        registerMyself: {
          __typename: 'RegisterMyselfPayload',
          registration: own,
          gathering: {
            __typename: 'Gathering',
            id: 'nantes',
            registeredCount: 80,
            waitingCount: 2,
            viewerCanRegister: false,
            viewerRegistration: { __typename: 'Registration', id: 'mine' },
          },
        },
      }
    },
  })
  const panel = await screen.findByRole('region', { name: 'Inscriptions' })
  expect(panel.textContent).toContain('80 personnes inscrites pour 80 places')
  expect(panel.textContent).toContain('La rencontre est complète')
  await user.click(within(panel).getByRole('button', { name: 'S’inscrire' }))
  const form = await screen.findByRole('dialog')
  await user.click(await within(form).findByRole('checkbox', { name: 'mercredi 26 juin' }))
  await user.type(within(form).getByRole('textbox', { name: /Besoins/ }), 'Sans gluten')
  await user.click(within(form).getByRole('button', { name: 'S’inscrire' }))
  await waitFor(() => expect(sent).toEqual([{ days: ['2019-06-25'], needs: 'Sans gluten' }]))
  expect(await within(panel).findByText(/place 2 de la liste d’attente.*mardi 25 juin/)).toBeDefined()
  expect(within(panel).queryByRole('button', { name: 'S’inscrire' })).toBeNull()
})

it('asks to say other days when the dates have left one none', async () => {
  await show({
    GatheringPage: {
      gathering: {
        ...nantes,
        state: 'PUBLISHED',
        registeredCount: 1,
        viewerRegistration: { ...own, state: 'REGISTERED', waitingPlace: null, days: [] },
      },
    },
  })
  const panel = await screen.findByRole('region', { name: 'Inscriptions' })
  expect(panel.textContent).toContain('dites quels jours vous venez')
})

it('leads who has moved up to where they say whether they keep the place', async () => {
  const moved = { ...own, state: 'REGISTERED', waitingPlace: null, placeAnswer: 'AWAITED' }
  await show({
    GatheringPage: {
      gathering: { ...nantes, state: 'PUBLISHED', registeredCount: 1, viewerRegistration: moved },
    },
  })
  const panel = await screen.findByRole('region', { name: 'Inscriptions' })
  expect(
    within(panel)
      .getByRole('link', { name: /Une place s’est libérée/ })
      .getAttribute('href'),
  ).toBe('/accueil')
})
