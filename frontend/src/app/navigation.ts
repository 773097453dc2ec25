import {
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
}

/** Whether a page lies in a room: at its address, below it, or at an address that belongs to it. */
export function liesIn(path: string, { href, within = [] }: Room): boolean {
  return [href, ...within].some((start) => path === start || path.startsWith(`${start}/`))
}

/** The rooms of the house, in the order of the idea's way: from the wall of the forum to what came of it. */
export const navigation = [
  { href: addresses.home(), word: 'home', Icon: Home },
  {
    href: addresses.currentForum(),
    within: ['/forums', '/sujets', '/rencontres', '/scenes', '/questions-posees'],
    word: 'forum',
    Icon: Presentation,
  },
  { href: addresses.groups(), word: 'groups', Icon: UsersRound },
  { href: addresses.projects(), word: 'projects', Icon: FolderKanban },
  { href: addresses.contributions(), word: 'contributions', Icon: Lightbulb },
  { href: addresses.centres(), word: 'centres', Icon: MapPin },
  { href: addresses.people(), word: 'people', Icon: Users },
  { href: addresses.observatory(), word: 'observatory', Icon: ChartNetwork },
] satisfies readonly Room[] as readonly Room[]

export const profileEntry = { href: addresses.profile(), word: 'profile', Icon: User } satisfies Room as Room

/** The four within reach of a thumb; the rest is behind « Plus ». */
export const phoneNavigation = navigation.slice(0, 4)
export const phoneMore = [...navigation.slice(4), profileEntry]
