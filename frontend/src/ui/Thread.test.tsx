import { expect, it } from 'vitest'
import { expectNoAxe, renderApp } from '@/test/render'
import { Thread, type ThreadNode } from './Thread'
import { ThreadStrip } from './ThreadStrip'

const nodes: ThreadNode[] = [
  { id: 't', kind: 'TOPIC', title: 'Le sujet', href: '/sujets/1' },
  {
    id: 'w',
    kind: 'WORKING_GROUP',
    title: 'Le groupe',
    href: '/groupes/1',
    state: { label: 'Actif', tone: 'active' },
  },
  { id: 'p', kind: 'JOINT_PROJECT', title: 'Le projet', href: '/projets/1' },
  { id: 'q', kind: 'JOINT_PROJECT', title: 'L’autre projet', href: '/projets/2' },
]
const edges = [
  { from: 't', to: 'w' },
  { from: 'w', to: 'p' },
  { from: 'w', to: 'q' },
]

it('says both ways, to the ear as to the eye', async () => {
  const { container, getAllByRole, getByRole } = await renderApp(
    <Thread nodes={nodes} edges={edges} current="w" />,
  )
  const steps = getAllByRole('listitem')
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'true', null, null])
  expect(steps[1]!.textContent).toContain('Vient de\u00a0: Le sujet.')
  expect(steps[1]!.textContent).toContain('Devenu\u00a0: Le projet et L’autre projet.')
  expect(getByRole('link', { name: 'Le sujet' }).getAttribute('href')).toBe('/sujets/1')
  await expectNoAxe(container)
})

it('fits the straight way on one line and says when nothing came of it yet', async () => {
  const { container, getAllByRole } = await renderApp(<ThreadStrip nodes={nodes} edges={edges} current="p" />)
  expect(getAllByRole('listitem').map((step) => step.textContent)).toEqual([
    'Sujet',
    'Groupe de travail',
    'Projet commun',
    'La suite reste à écrire',
  ])
  await expectNoAxe(container)
})
