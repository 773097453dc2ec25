import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { renderApp } from '@/test/render'
import { Button } from './Button'
import { onDemand, partsToCome } from './later'

interface PartProps {
  isOpen: boolean
  onClose: () => void
}

const Part = ({ isOpen, onClose }: PartProps) =>
  isOpen ? <Button onPress={onClose}>Fermer la partie</Button> : <p>Partie fermée</p>

it('fetches what opens when it opens, once, and keeps it', async () => {
  let fetched = 0
  const Opens = onDemand(async () => {
    fetched += 1
    return Part
  })
  function Page() {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <Button onPress={() => setOpen(true)}>Ouvrir</Button>
        <Opens isOpen={isOpen} onClose={() => setOpen(false)} />
      </>
    )
  }
  const { user } = await renderApp(<Page />)
  expect(fetched).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
  await user.click(await screen.findByRole('button', { name: 'Fermer la partie' }))
  expect(screen.getByText('Partie fermée')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
  expect(screen.getByRole('button', { name: 'Fermer la partie' })).toBeTruthy()
  expect(fetched).toBe(1)
})

it('tells what cannot be fetched, and fetches it when it is asked for again', async () => {
  let isThere = false
  const Opens = onDemand<PartProps>(async () => {
    if (!isThere) throw new Error('no network')
    return Part
  })
  function Page() {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <Button onPress={() => setOpen(true)}>Ouvrir</Button>
        <Opens isOpen={isOpen} onClose={() => setOpen(false)} />
      </>
    )
  }
  const { user } = await renderApp(<Page />)
  await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
  expect(await screen.findByText(/Vérifiez votre connexion/)).toBeTruthy()
  isThere = true
  await user.click(screen.getByRole('button', { name: 'Ouvrir' }))
  expect(await screen.findByRole('button', { name: 'Fermer la partie' })).toBeTruthy()
})

it('knows what is to come, for whoever fetches ahead', async () => {
  let fetched = 0
  onDemand<PartProps>(async () => {
    fetched += 1
    return Part
  })
  await partsToCome().at(-1)!()
  await waitFor(() => expect(fetched).toBe(1))
})
