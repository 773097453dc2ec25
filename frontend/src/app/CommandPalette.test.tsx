import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { CommandPalette } from './CommandPalette'
import { grouped, type SearchHit } from './useSearch'

const hit = (kind: SearchHit['kind'], id: string, title: string, context = '') => ({
  __typename: 'SearchHit',
  kind,
  id,
  title,
  context,
})

const found = [
  hit('WORKING_GROUP', 'g', 'Cités éducatives', 'ACTIVE'),
  hit('STAFF_MEMBER', 'p', 'Ciara Tessier', 'IREV'),
  hit('WORKING_GROUP', 'g2', 'Citoyenneté', 'CLOSED'),
]

function show(search: StubAnswer = { search: found }, session = {}, language: 'fr' | 'en' = 'fr') {
  const onClose = vi.fn()
  return renderApp(<CommandPalette onClose={onClose} />, {
    client: stubClient({ Search: search, Session: sessionAnswer(session) }),
    language,
  }).then((rendered) => ({ ...rendered, onClose }))
}

const sections = () => screen.getAllByRole('group').map((group) => group.firstElementChild?.textContent)

describe('the palette', () => {
  it.each(['fr', 'en'] as const)('is open to all, in %s', async (language) => {
    const { user } = await show(undefined, {}, language)
    const field = await screen.findByRole('searchbox')
    await expectNoAxe(screen.getByRole('dialog'))
    await user.type(field, 'cit')
    await screen.findByRole('menuitem', { name: /Citoyenneté/ })
    await expectNoAxe(screen.getByRole('dialog'))
  })

  it('puts what is found together by kind, says states in words, and goes there by keyboard', async () => {
    const { user, address, onClose } = await show()
    await user.type(await screen.findByRole('searchbox'), 'cit')
    const groups = within(await screen.findByRole('group', { name: 'Groupes' }))
    expect(groups.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Cités éducativesActif',
      'CitoyennetéClos',
    ])
    expect(sections()).toEqual(['Groupes', 'Personnes'])
    expect(screen.getByRole('status').textContent).toBe('3 réponses')
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => expect(address()).toBe('/annuaire/p'))
    expect(onClose).toHaveBeenCalled()
  })

  it('asks once per word, and not for one letter', async () => {
    const asked: unknown[] = []
    const { user } = await show(({ term }) => {
      asked.push(term)
      return { search: [] }
    })
    await user.type(await screen.findByRole('searchbox'), 'z')
    expect(screen.getByRole('status').textContent).toBe('Deux lettres suffisent')
    await user.type(screen.getByRole('searchbox'), 'zz')
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(/^Rien ne correspond à «\s?zzz\s?»$/),
    )
    expect(asked).toEqual(['zzz'])
  })

  it('offers what the viewer may do, and nothing else', async () => {
    await show(undefined, { viewerCanRequestWorkingGroup: false, viewerCanDraftJointProject: true })
    const acts = within(await screen.findByRole('group', { name: 'Faire' }))
    expect(acts.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Partager une pépite',
      'Poser une question',
      'Proposer un sujet',
      'Proposer un projet commun',
    ])
  })

  it('changes the language and the colours', async () => {
    const { user } = await show({ search: [] })
    await user.type(await screen.findByRole('searchbox'), 'apparence : s')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'))
    delete document.documentElement.dataset.theme
    await user.clear(screen.getByRole('searchbox'))
    await user.type(screen.getByRole('searchbox'), 'english')
    await user.click(screen.getByRole('menuitem', { name: /Langue\s: English/ }))
    await waitFor(() => expect(document.documentElement.lang).toBe('en'))
  })
})

it('keeps the kind of the best hit first', () => {
  expect(grouped(found).map(({ kind, hits }) => [kind, hits.length])).toEqual([
    ['WORKING_GROUP', 2],
    ['STAFF_MEMBER', 1],
  ])
})
