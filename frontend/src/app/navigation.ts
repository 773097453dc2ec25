import {
  CalendarDays,
  ChartNetwork,
  FolderKanban,
  Home,
  Lightbulb,
  MapPin,
  Presentation,
  User,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import { addresses } from './addresses'
import type { appWords } from './messages'

export interface Room {
  href: string
  word: (typeof appWords)['keys'][number]
  Icon: LucideIcon
  /** Other addresses that belong to it. */
  within?: readonly string[]
  /** A guest finds nothing there. */
  isForTeams?: boolean
}

/** Whether a page lies in a room: at its address, below it, or at an address that belongs to it. */
export function liesIn(path: string, { href, within = [] }: Room): boolean {
  return [href, ...within].some((start) => path === start || path.startsWith(`${start}/`))
}

/** The rooms of the house, in the order of the idea's way: from the wall of the forum to what came of it. */
const navigation = [
  { href: addresses.home(), word: 'home', Icon: Home },
  {
    href: addresses.currentForum(),
    within: ['/forums', '/sujets'],
    word: 'forum',
    Icon: Presentation,
  },
  { href: addresses.groups(), word: 'groups', Icon: UsersRound, isForTeams: true },
  { href: addresses.projects(), word: 'projects', Icon: FolderKanban, isForTeams: true },
  {
    href: addresses.gatherings(),
    within: ['/scenes', '/questions-posees', '/espaces'],
    word: 'gatherings',
    Icon: CalendarDays,
  },
  { href: addresses.contributions(), word: 'contributions', Icon: Lightbulb },
  { href: addresses.centres(), word: 'centres', Icon: MapPin },
  { href: addresses.people(), word: 'people', Icon: Users, isForTeams: true },
  { href: addresses.observatory(), word: 'observatory', Icon: ChartNetwork, isForTeams: true },
] satisfies readonly Room[] as readonly Room[]

/** The rooms that somebody of a job has something to do in. */
export function roomsFor({ job }: { job: string }): readonly Room[] {
  return job === 'GUEST' ? navigation.filter(({ isForTeams }) => isForTeams !== true) : navigation
}

export const profileEntry = { href: addresses.profile(), word: 'profile', Icon: User } satisfies Room as Room

/** How many are within reach of a thumb; the rest is behind « Plus ». */
export const reach = 4
