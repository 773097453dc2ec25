import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { Stack } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import type { Forum } from '../forum'
import { setupWords } from '../setupMessages'
import { SlotSettings } from './SlotSettings'
import { TermsFields, termsSchema, type Terms } from './TermsFields'

const editForum = graphql(`
  mutation EditForum($input: EditForumInput!) {
    editForum(input: $input) {
      forum {
        id
        name
        convenersPlace
        dotsPerPerson
        dotsPerCentre
        viewerCentreDotsLeft
        version
        viewerCanFacilitate
        viewerCanEdit
        facilitator {
          id
          name
        }
      }
    }
  }
`)

export interface ForumSettingsProps {
  forum: Forum
  isOpen: boolean
  onClose: () => void
  /** Reads the forum again, when another has changed it meanwhile. */
  onStale: () => void
}

/** A forum's settings: who facilitates, who places, how many dots, and the hours of its board. */
export function ForumSettings({ forum, isOpen, onClose, onStale }: ForumSettingsProps) {
  const t = useWords(setupWords)
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? (
        <Stack>
          <Section title={t('terms')}>
            <TermsForm key={forum.version} forum={forum} onStale={onStale} />
          </Section>
          {forum.viewerCanEditSlots ? <SlotSettings forum={forum} onStale={onStale} /> : null}
        </Stack>
      ) : null}
    </Dialog>
  )
}

function TermsForm({ forum, onStale }: { forum: Forum; onStale: () => void }) {
  const t = useWords(setupWords)
  const [edit] = useAct(editForum)
  const form = useForm({
    resolver: valibotResolver(termsSchema(t)),
    defaultValues: {
      name: forum.name,
      facilitatorId: forum.facilitator.id,
      convenersPlace: forum.convenersPlace,
      dotsPerPerson: forum.dotsPerPerson,
      dotsPerCentre: forum.dotsPerCentre,
    } as Terms,
  })
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await edit({ forumId: forum.id, version: forum.version, ...values }, { silent: true })
        if (done.failures.some(({ code }) => code === 'CONFLICT')) {
          notify({ tone: 'info', text: t('stale') })
          onStale()
          return []
        }
        if (!done.ok) return done.failures
        notify({ tone: 'good', text: t('saved') })
        return []
      }}
    >
      <TermsFields
        form={form}
        first={[{ id: forum.facilitator.id, label: forum.facilitator.name }]}
        canEditDots={forum.viewerCanEditDots}
      />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
