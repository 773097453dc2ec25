import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useLive } from '@/app/live'
import { useViewer } from '@/app/session'
import { Loaded } from '@/ui/Loaded'
import { Skeleton } from '@/ui/Skeleton'
import { ProjectView } from './components/ProjectView'
import { projectQuery } from './project'

const route = getRouteApi('/shell/projets/$projectId')

/** A joint project: who leads it, what each centre has signed, where it stands, where it comes from. */
export function ProjectPage() {
  const { projectId } = route.useParams()
  const viewer = useViewer()
  const [news, setNews] = useState(0)
  const [result, again] = useQuery({ query: projectQuery, variables: { id: projectId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  useLive({ jointProjectId: projectId }, (facts) => {
    readAgain()
    setNews((count) => count + facts.filter(({ actorId }) => actorId !== viewer.staffMember.id).length)
  })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.jointProject}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(project) => (
        <ProjectView
          key={project.id}
          project={project}
          onReread={readAgain}
          news={news}
          onShown={() => setNews(0)}
        />
      )}
    </Loaded>
  )
}
