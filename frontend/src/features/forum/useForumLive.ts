export { useLiveReads as useForumLive } from '@/app/liveReads'
