import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { notify } from '@/ui/Toast'
import { taskWords } from '../messages'
import { HandActs } from './HandActs'
import type { ProjectSubject, WholeTask } from './TaskCard'

const commitMutation = graphql(`
  mutation CommitProjectTask($input: CommitJointProjectInput!) {
    commitJointProject(input: $input) {
      jointProject {
        id
        state
        version
      }
    }
  }
`)

const startMutation = graphql(`
  mutation StartProjectTask($input: StartJointProjectInput!) {
    startJointProject(input: $input) {
      jointProject {
        id
        state
        version
      }
    }
  }
`)

/** What a project asks: to read and sign where its terms are, to commit it, to start it. */
export function ProjectActs({ task, project }: { task: WholeTask; project: ProjectSubject }) {
  const t = useWords(taskWords)
  const [commit, committing] = useAct(commitMutation)
  const [start, starting] = useAct(startMutation)
  const { id, version, title } = project
  const move = async (act: typeof commit | typeof start, said: 'committed' | 'started') => {
    const done = await act({ jointProjectId: id, version })
    if (done.ok) notify({ tone: 'good', text: t(said, { subject: title }) })
  }
  const page = addresses.project(id)
  if (task.kind === 'SIGN_COMMITMENT')
    return (
      <LinkButton size="s" variant="primary" href={`${page}?signer=true`}>
        {t('sign')}
      </LinkButton>
    )
  return (
    <>
      {task.kind === 'COMMIT_PROJECT' && project.viewerCanCommit ? (
        <Button
          size="s"
          variant="primary"
          isPending={committing.isPending}
          onPress={() => void move(commit, 'committed')}
        >
          {t('commit')}
        </Button>
      ) : null}
      {task.kind === 'START_PROJECT' && project.projectMoves.includes('RUNNING') ? (
        <Button
          size="s"
          variant="primary"
          isPending={starting.isPending}
          onPress={() => void move(start, 'started')}
        >
          {t('start')}
        </Button>
      ) : null}
      <LinkButton size="s" href={page}>
        {t('see')}
      </LinkButton>
      <HandActs task={task} />
    </>
  )
}
