import { describe, expect, it } from 'vitest'
import { expectNoTrouble, open, signInAs } from './helpers'

const ines = 'ines@demo.maillage.example'
const malik = 'malik@demo.maillage.example'
const group = 'Clauses sociales et emploi des habitants'

describe('working groups', () => {
  it('are told live, held back from who reads, and survive a lost network', async () => {
    const reader = await open()
    await signInAs(reader, malik, '/groupes?miens=true')
    await reader.getByRole('link', { name: group }).click()
    await reader.getByRole('heading', { level: 1, name: group }).waitFor()
    await reader.getByRole('list', { name: 'Fil du groupe' }).waitFor()
    const address = new URL(reader.url()).pathname

    const writer = await open({ width: 390, losesNetwork: true })
    await signInAs(writer, ines, address)
    await writer.getByRole('button', { name: 'Rejoindre le groupe' }).click()
    const field = writer.getByLabel('Où en est le groupe')
    await field.fill('Deux donneurs d’ordre de plus.')
    await writer.getByRole('button', { name: 'Publier' }).click()
    await writer.getByText('Deux donneurs d’ordre de plus.').waitFor()

    // That she has come, and what she tells.
    await reader.getByRole('button', { name: '2 nouveautés' }).waitFor()
    expect(await reader.getByText('Deux donneurs d’ordre de plus.').count()).toBe(0)
    await reader.getByRole('button', { name: '2 nouveautés' }).click()
    await reader.getByText('Deux donneurs d’ordre de plus.').waitFor()

    await writer.context().setOffline(true)
    await field.fill('Écrit dans le train.')
    await writer.getByRole('button', { name: 'Publier' }).click()
    await writer.getByText('Attend d’être envoyé').waitFor()
    await writer.context().setOffline(false)
    await writer.getByText('Attend d’être envoyé').waitFor({ state: 'detached' })
    await reader.getByRole('button', { name: '1 nouveauté' }).click()
    expect(await reader.getByText('Écrit dans le train.').count()).toBe(1)
    expectNoTrouble(reader)
    expectNoTrouble(writer, /ERR_INTERNET_DISCONNECTED/)
  })
})
