import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { CentresPage } from './CentresPage'

function centre(id: string, shortName: string, city: string, regions: string[]) {
  return {
    __typename: 'Centre',
    id,
    name: `${shortName}, centre de ressources`,
    shortName,
    city,
    regions,
    staffCount: 12,
    workingGroupCount: 3,
    jointProjectCount: 1,
    latitude: 47.2,
    longitude: -1.55,
  }
}

const nantes = centre('nantes', 'Résovilles', 'Nantes', ['52', '53'])
const lille = centre('lille', 'IREV', 'Lille', ['32'])

function answer(nodes: object[], more: { endCursor?: string; total?: number } = {}) {
  const connection = {
    __typename: 'CentreConnection',
    nodes,
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: more.endCursor !== undefined,
      endCursor: more.endCursor ?? null,
    },
    totalCount: more.total ?? nodes.length,
  }
  return { centres: connection, onMap: connection }
}

function show(given: StubAnswer, at = '/centres', language: 'fr' | 'en' = 'fr') {
  return renderApp(<CentresPage />, {
    client: stubClient({ Centres: given }),
    path: '/centres',
    at,
    language,
  })
}

const asked: Record<string, unknown>[] = []
const follow =
  (nodes: object[], more = {}): StubAnswer =>
  (variables) => {
    asked.push(variables)
    return answer(nodes, more)
  }

describe('the centres', () => {
  it.each(['fr', 'en'] as const)('are open to all, in %s', async (language) => {
    const { container } = await show(answer([nantes, lille]), '/centres', language)
    await screen.findByRole('link', { name: 'Résovilles' })
    await expectNoAxe(container)
  })

  it('say where they are and how much they do', async () => {
    await show(answer([nantes]))
    const row = (await screen.findByRole('heading', { name: 'Résovilles' })).closest('li')!
    expect(row.textContent).toContain('Nantes · Pays de la Loire et Bretagne')
    expect(within(row).getByText('12 personnes')).toBeTruthy()
    expect(within(row).getByText('3 groupes')).toBeTruthy()
    expect(within(row).getByText('1 projet')).toBeTruthy()
  })

  it('show on the map what is pointed at in the list, and the other way round', async () => {
    const { user } = await show(answer([nantes, lille]))
    const row = (await screen.findByRole('heading', { name: 'IREV' })).closest('div')!.parentElement!
    const point = screen.getByRole('link', { name: 'IREV, Lille' })
    const region = screen.getByRole('button', { name: 'Hauts-de-France' })
    await user.hover(row)
    expect(point.getAttribute('class')).toContain('highlighted')
    expect(region.getAttribute('class')).toContain('lit')
    await user.unhover(row)
    expect(point.getAttribute('class')).not.toContain('highlighted')
    await user.hover(point)
    expect(row.className).toContain('highlighted')
  })

  it('are narrowed by a region pressed on the map, which is in the address, and widened by pressing it again', async () => {
    asked.length = 0
    const { user, address } = await show(follow([nantes, lille]), '/centres?apres=x')
    await user.click(await screen.findByRole('button', { name: 'Bretagne' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { region: '53' } }))
    expect(asked.at(-1)!.after).toBeUndefined()
    expect(decodeURIComponent(address())).toBe('/centres?region="53"')
    await user.click(screen.getByRole('button', { name: 'Bretagne', pressed: true }))
    await waitFor(() => expect(address()).toBe('/centres'))
  })

  it('are read page by page', async () => {
    asked.length = 0
    const { user, address } = await show(follow([nantes], { endCursor: 'after-nantes', total: 40 }))
    await user.click(await screen.findByRole('button', { name: 'Suivants' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ after: 'after-nantes', first: 20 }))
    await user.click(await screen.findByRole('button', { name: 'Revenir au début' }))
    await waitFor(() => expect(address()).toBe('/centres'))
  })

  it('say what to do when none matches', async () => {
    const { container } = await show(answer([]), '/centres?q=atlantide')
    expect(await screen.findByText('Aucun centre ne correspond')).toBeTruthy()
    await expectNoAxe(container)
  })
})
