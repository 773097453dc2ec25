import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp } from '@/test/render'
import { Form, SubmitButton, type FormFailure } from './Form'
import { FormCheckbox } from './FormCheckbox'
import { FormNumber } from './FormNumber'
import { FormTextField } from './FormTextField'

function Sample({ send }: { send: (values: object) => Promise<FormFailure[]> }) {
  const form = useForm({
    defaultValues: { title: '', days: null as number | null, ready: false },
    resolver: valibotResolver(
      v.object({
        title: v.pipe(v.string(), v.nonEmpty('Il faut un titre')),
        days: v.nullable(v.pipe(v.number(), v.maxValue(20, 'Vingt jours au plus'))),
        ready: v.boolean(),
      }),
    ),
  })
  return (
    <Form form={form} onSubmit={send}>
      <FormTextField form={form} name="title" label="Titre" isRequired />
      <FormNumber form={form} name="days" label="Jours" allowDecimal />
      <FormCheckbox form={form} name="ready">
        Prêt
      </FormCheckbox>
      <SubmitButton>Envoyer</SubmitButton>
    </Form>
  )
}

describe('a form', () => {
  it('sums up what stops it, takes the focus there and leads to the field', async () => {
    const send = vi.fn(async () => [])
    const { user, container, getByRole, findByRole } = await renderApp(<Sample send={send} />)
    await user.type(getByRole('textbox', { name: /Jours/ }), '21')
    await user.click(getByRole('button', { name: 'Envoyer' }))
    const summary = await findByRole('alert')
    await vi.waitFor(() => expect(summary).toBe(document.activeElement))
    expect(summary.textContent).toContain('2 réponses à revoir')
    await expectNoAxe(container)
    await user.click(getByRole('link', { name: 'Il faut un titre' }))
    expect(document.activeElement).toBe(getByRole('textbox', { name: /Titre/ }))
    expect(send).not.toHaveBeenCalled()
  })

  it('leaves the focus with whoever types, whatever they type after an attempt', async () => {
    const { user, getByRole, findByRole } = await renderApp(<Sample send={async () => []} />)
    await user.click(getByRole('button', { name: 'Envoyer' }))
    await vi.waitFor(async () => expect(await findByRole('alert')).toBe(document.activeElement))
    const title = getByRole('textbox', { name: /Titre/ })
    await user.type(title, 'Une')
    await user.clear(title)
    await findByRole('alert')
    await user.type(title, 'Une grille commune')
    expect((title as HTMLInputElement).value).toBe('Une grille commune')
    expect(document.activeElement).toBe(title)
  })

  it('sends what was typed, numbers as people here write them', async () => {
    const send = vi.fn(async () => [])
    const { user, getByRole } = await renderApp(<Sample send={send} />)
    await user.type(getByRole('textbox', { name: /Titre/ }), 'Une grille commune')
    await user.type(getByRole('textbox', { name: /Jours/ }), '2,5')
    await user.click(getByRole('checkbox', { name: 'Prêt' }))
    await user.click(getByRole('button', { name: 'Envoyer' }))
    expect(send).toHaveBeenCalledWith({ title: 'Une grille commune', days: 2.5, ready: true })
  })

  it('puts what the server refuses beside its field, and the rest on top', async () => {
    const send = async () => [
      { code: 'INVALID', field: 'title', message: 'Ce titre existe déjà' },
      { code: 'LIMITED', message: 'Trop d’essais' },
    ]
    const { user, getByRole, findByRole, findAllByText } = await renderApp(<Sample send={send} />)
    await user.type(getByRole('textbox', { name: /Titre/ }), 'Déjà vu')
    await user.click(getByRole('button', { name: 'Envoyer' }))
    expect(await findAllByText('Ce titre existe déjà')).toHaveLength(2)
    expect((await findByRole('alert')).textContent).toContain('Trop d’essais')
    expect(getByRole('textbox', { name: /Titre/ }).getAttribute('aria-invalid')).toBe('true')
  })
})
