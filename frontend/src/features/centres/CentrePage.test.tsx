import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { CentrePage } from './CentrePage'

const list = (nodes: object[], totalCount = nodes.length, name = 'Any') => ({
  __typename: `${name}Connection`,
  nodes,
  totalCount,
})

const lille = { __typename: 'Centre', id: 'lille', shortName: 'IREV', city: 'Lille' }

const nantes = {
  __typename: 'Centre',
  id: 'nantes',
  name: 'Résovilles, centre de ressources politique de la ville',
  shortName: 'Résovilles',
  city: 'Nantes',
  regions: ['52', '53'],
  website: 'https://centre.example',
  latitude: 47.2,
  longitude: -1.55,
  joinedOn: '2019-01-07',
  staffCount: 2,
  workingGroupCount: 9,
  jointProjectCount: 1,
  staffMembers: list(
    [
      { __typename: 'StaffMember', id: 'm', name: 'Inès Carpentier', job: 'MISSION_OFFICER' },
      { __typename: 'StaffMember', id: 'd', name: 'Thierry Kervadec', job: 'DIRECTOR' },
    ],
    2,
    'StaffMember',
  ),
  workingGroups: list(
    [
      {
        __typename: 'WorkingGroup',
        id: 'g',
        name: 'Cités éducatives',
        state: 'ACTIVE',
        memberCount: 9,
        centreCount: 7,
      },
    ],
    9,
    'WorkingGroup',
  ),
  partnerships: list(
    [
      {
        __typename: 'Partnership',
        id: 'p',
        role: 'PARTNER',
        state: 'INVITED',
        commitment: { __typename: 'Commitment', id: 'c', personDays: 20 },
        jointProject: {
          __typename: 'JointProject',
          id: 'j',
          title: 'Kit de concertation',
          state: 'CONSULTATION',
          leadCentre: { __typename: 'Centre', id: 'lille', shortName: 'IREV' },
        },
      },
    ],
    1,
    'Partnership',
  ),
  ties: list([{ __typename: 'Tie', id: 't', factCount: 14, weight: 12.5, otherCentre: lille }], 1, 'Tie'),
}

const toSign = (canSign: boolean) =>
  list(
    [
      {
        __typename: 'JointProject',
        id: 'j',
        title: 'Kit de concertation',
        viewerPartnership: {
          __typename: 'Partnership',
          id: 'p',
          viewerCanSign: canSign,
          centre: { __typename: 'Centre', id: 'nantes' },
        },
      },
    ],
    1,
    'JointProject',
  )

function show(data: object, language: 'fr' | 'en' = 'fr') {
  return renderApp(<CentrePage />, {
    client: stubClient({ Centre: data as Record<string, unknown> }),
    path: '/centres/$centreId',
    at: '/centres/nantes',
    language,
  })
}

describe('a centre', () => {
  it.each(['fr', 'en'] as const)('is open to all, in %s', async (language) => {
    const { container } = await show({ centre: nantes, toSign: toSign(true) }, language)
    await screen.findByRole('heading', { level: 1, name: nantes.name })
    await expectNoAxe(container)
  })

  it('opens, from each figure, the list behind it', async () => {
    await show({ centre: nantes, toSign: list([], 0, 'JointProject') })
    const figures = within(await screen.findByRole('list', { name: 'Le centre en chiffres' }))
    expect(figures.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/annuaire?centre=nantes',
      '/groupes?centre=nantes',
      '/projets?centre=nantes',
      '/centres/nantes#liens',
    ])
    expect(screen.getByRole('link', { name: 'Tout voir (9)' }).getAttribute('href')).toBe(
      '/groupes?centre=nantes',
    )
  })

  it('reads its team by job, the direction first', async () => {
    await show({ centre: nantes, toSign: list([], 0, 'JointProject') })
    await screen.findByRole('heading', { name: 'Direction' })
    const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(names).toEqual(['Direction', 'Chargé·e de mission'])
  })

  it('leads from a tie to the facts that make it', async () => {
    await show({ centre: nantes, toSign: list([], 0, 'JointProject') })
    const facts = await screen.findByRole('link', { name: 'Voir les 14 faits qui relient à IREV' })
    expect(facts.getAttribute('href')).toMatch(/^\/observatoire\?du=20\d\d-\d\d-01&a=nantes&b=lille$/)
    expect(screen.getByText('force 12,5')).toBeTruthy()
  })

  it.each([
    [true, 'Un projet attend votre signature'],
    [false, 'Un projet attend la signature de ce centre'],
  ])('says what waits for a signature (the reader signs: %s)', async (canSign, sentence) => {
    await show({ centre: nantes, toSign: toSign(canSign) })
    expect(await screen.findByText(sentence)).toBeTruthy()
  })

  it('shows a guest where it is, and nothing of its inside', async () => {
    const outside = {
      ...nantes,
      staffCount: null,
      workingGroupCount: null,
      jointProjectCount: null,
      staffMembers: list([], 0, 'StaffMember'),
      workingGroups: list([], 0, 'WorkingGroup'),
      partnerships: list([], 0, 'Partnership'),
      ties: list([], 0, 'Tie'),
    }
    const { container } = await show({ centre: outside, toSign: list([], 0, 'JointProject') })
    await screen.findByRole('heading', { name: 'Sur la carte' })
    expect(screen.queryByText('Équipe')).toBeNull()
    expect(screen.queryByRole('list', { name: 'Le centre en chiffres' })).toBeNull()
    await expectNoAxe(container)
  })

  it('says so when there is none', async () => {
    await show({ centre: null, toSign: list([], 0, 'JointProject') })
    expect(await screen.findByText('Introuvable')).toBeTruthy()
  })
})
