import { Handshake, Presentation, UsersRound } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { Row } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import type { Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'

/** What a contribution can be turned into: the forms begin with its words, and the thread keeps where they came from. */
export function Further({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const { id, gathering, viewerCanProposeTopic, viewerCanRequestWorkingGroup, viewerCanDraftJointProject } =
    contribution
  const forum = viewerCanProposeTopic ? gathering?.forum : null
  if (!forum && !viewerCanRequestWorkingGroup && !viewerCanDraftJointProject) return null
  return (
    <Section title={t('further')}>
      <Row>
        {forum ? (
          <LinkButton
            icon={<Presentation aria-hidden="true" />}
            href={`${addresses.forum(forum.id)}?proposer=true&origine=${id}`}
          >
            {t('toTopic')}
          </LinkButton>
        ) : null}
        {viewerCanRequestWorkingGroup ? (
          <LinkButton
            icon={<UsersRound aria-hidden="true" />}
            href={`${addresses.groups()}?demander=true&origine=${id}`}
          >
            {t('toGroup')}
          </LinkButton>
        ) : null}
        {viewerCanDraftJointProject ? (
          <LinkButton
            icon={<Handshake aria-hidden="true" />}
            href={`${addresses.newProject()}?origine=${id}`}
          >
            {t('toProject')}
          </LinkButton>
        ) : null}
      </Row>
    </Section>
  )
}
