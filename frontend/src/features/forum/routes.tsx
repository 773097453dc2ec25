import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { flag, search, text } from '@/app/search'

/** Goes to the forum that matters now. */
export const currentForumRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/forum',
  validateSearch: search({ proposer: flag }),
  component: lazyRouteComponent(() => import('./CurrentForumPage'), 'CurrentForumPage'),
})

export const forumRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/forums/$forumId',
  validateSearch: search({
    vue: text,
    placer: text,
    q: text,
    theme: text,
    miens: flag,
    etoiles: flag,
    aplacer: flag,
    /** Opens what proposes a topic, for whoever comes from elsewhere to do so. */
    proposer: flag,
    /** The contribution that the topic comes from. */
    origine: text,
  }),
  component: lazyRouteComponent(() => import('./ForumPage'), 'ForumPage'),
})

export const topicRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sujets/$topicId',
  /** One comes from the code on the door of its space. */
  validateSearch: search({ ici: flag }),
  component: lazyRouteComponent(() => import('./TopicPage'), 'TopicPage'),
})

export const forumRoutes = [currentForumRoute, forumRoute, topicRoute] as const
