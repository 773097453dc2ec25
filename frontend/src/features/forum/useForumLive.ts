export { useLiveReads as useForumLive } from '@/app/live'
