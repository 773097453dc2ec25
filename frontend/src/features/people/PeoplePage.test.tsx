import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { PeoplePage } from './PeoplePage'

const schools = { __typename: 'Theme', id: 'ecole', labelFr: 'Éducation', labelEn: 'Education' }
const nantes = { __typename: 'Centre', id: 'nantes', shortName: 'Résovilles' }
const farida = {
  __typename: 'StaffMember',
  id: 'farida',
  name: 'Farida Benhaddou',
  job: 'DIRECTOR',
  active: true,
  email: 'farida@centre.example',
  phone: '03 88 00 00 00',
  centre: nantes,
  themes: [schools],
}

function people(nodes: object[], endCursor: string | null = null, totalCount = nodes.length) {
  return {
    staffMembers: {
      __typename: 'StaffMemberConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      totalCount,
    },
  }
}

const filters: StubAnswer = ({ withCentre }) => ({
  themes: [schools],
  centres: { __typename: 'CentreConnection', nodes: [] },
  ...(withCentre ? { centre: nantes } : {}),
})

function show(
  given: StubAnswer,
  { at = '/annuaire', language = 'fr' as 'fr' | 'en', isPhone = false, session = {} } = {},
) {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: isPhone && media.includes('width <'),
    addEventListener() {},
    removeEventListener() {},
  }))
  return renderApp(<PeoplePage />, {
    client: stubClient({ People: given, ListOptions: filters, Session: sessionAnswer(session) }),
    path: '/annuaire',
    at,
    language,
  })
}

describe('the directory', () => {
  it.each([
    ['fr', false],
    ['en', false],
    ['fr', true],
  ] as const)('is open to all: %s, on a phone: %s', async (language, isPhone) => {
    const { container } = await show(people([farida]), { language, isPhone })
    await screen.findByRole('link', { name: 'Farida Benhaddou' })
    await expectNoAxe(container)
  })

  it('says who someone is, and gives the ways to reach them', async () => {
    await show(people([farida]))
    const row = within((await screen.findByRole('link', { name: 'Farida Benhaddou' })).closest('tr')!)
    expect(row.getByText('Direction')).toBeTruthy()
    expect(row.getByText('Éducation')).toBeTruthy()
    expect(row.getByRole('link', { name: 'Écrire à Farida Benhaddou' }).getAttribute('href')).toBe(
      'mailto:farida@centre.example',
    )
    expect(row.getByRole('link', { name: 'Appeler Farida Benhaddou' }).getAttribute('href')).toBe(
      'tel:0388000000',
    )
  })

  it('asks for what the address says, a centre beyond the list of the filter included', async () => {
    const asked: Record<string, unknown>[] = []
    await show(
      (variables) => {
        asked.push(variables)
        return people([farida])
      },
      { at: '/annuaire?q=fari&centre=nantes&metier=["DIRECTOR","ASTRONAUT"]&theme=ecole&apres=x' },
    )
    await screen.findByRole('link', { name: 'Farida Benhaddou' })
    expect(asked[0]).toEqual({
      filter: { search: 'fari', centreId: 'nantes', jobs: ['DIRECTOR'], themeId: 'ecole' },
      first: 30,
      after: 'x',
    })
    const chosen = () => (screen.getByRole('combobox', { name: 'Centre' }) as HTMLSelectElement).value
    await waitFor(() => expect(chosen()).toBe('nantes'))
  })

  it('shows closed accounts to an administrator who asks', async () => {
    const asked: Record<string, unknown>[] = []
    const { user } = await show(
      (variables) => {
        asked.push(variables)
        return people([{ ...farida, active: false }])
      },
      { session: { viewerCanAdminister: true } },
    )
    await user.click(await screen.findByRole('switch', { name: 'Avec les comptes fermés' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { includeInactive: true } }))
    expect(await screen.findByText('Compte fermé')).toBeTruthy()
  })

  it('has no such choice for anybody else', async () => {
    await show(people([farida]))
    await screen.findByRole('link', { name: 'Farida Benhaddou' })
    expect(screen.queryByRole('switch')).toBeNull()
  })

  it('tells a guest where they meet people, without asking for any', async () => {
    const guest = sessionAnswer() as { viewer: { staffMember: Record<string, unknown> } }
    const { container } = await show(
      () => {
        throw new Error('a guest has no directory')
      },
      { session: { staffMember: { ...guest.viewer.staffMember, job: 'GUEST', centre: null } } },
    )
    expect(await screen.findByText(/réservé aux équipes/)).toBeTruthy()
    await expectNoAxe(container)
  })
})
