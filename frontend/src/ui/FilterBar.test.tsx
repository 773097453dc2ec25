import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp } from '@/test/render'
import { FilterBar, type FilterValues } from './FilterBar'

function Sample({ told, start = {} }: { told: (patch: FilterValues) => void; start?: FilterValues }) {
  const [values, setValues] = useState(start)
  return (
    <FilterBar
      label="Filtrer"
      values={values}
      count={2}
      onChange={(patch) => {
        told(patch)
        setValues((before) => ({ ...before, ...patch }))
      }}
      fields={[
        { kind: 'search', name: 'q', label: 'Chercher' },
        { kind: 'select', name: 'etat', label: 'État', options: [{ id: 'ACTIVE', label: 'Actif' }] },
        { kind: 'toggle', name: 'miens', label: 'Les miens' },
      ]}
    />
  )
}

it('asks once for a word, when it is typed', async () => {
  const told = vi.fn()
  const { user, getByRole, container } = await renderApp(<Sample told={told} />)
  await user.type(getByRole('searchbox', { name: 'Chercher' }), 'nantes ')
  await vi.waitFor(() => expect(told).toHaveBeenCalled())
  expect(told.mock.calls).toEqual([[{ q: 'nantes' }]])
  await expectNoAxe(container)
})

it('clears everything at once', async () => {
  const told = vi.fn()
  const { user, getByRole } = await renderApp(
    <Sample told={told} start={{ q: 'a', etat: 'ACTIVE', miens: true }} />,
  )
  await user.click(getByRole('button', { name: 'Effacer les filtres' }))
  expect(told).toHaveBeenCalledWith({ q: undefined, etat: undefined, miens: undefined })
  expect(getByRole('searchbox', { name: 'Chercher' }).getAttribute('value')).toBe('')
})
