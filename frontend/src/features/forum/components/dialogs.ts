import { onDemand } from '@/ui/later'

// The dialogs of the forum: each is fetched when it first opens, or when its page rests.
export const ForumSettings = onDemand(async () => (await import('./ForumSettings')).ForumSettings)
export const MergeDialog = onDemand(async () => (await import('./MergeDialog')).MergeDialog)
export const OpenGroupDialog = onDemand(async () => (await import('./OpenGroupDialog')).OpenGroupDialog)
export const PickDialog = onDemand(async () => (await import('./PickDialog')).PickDialog)
export const PlaceDialog = onDemand(async () => (await import('./PlaceDialog')).PlaceDialog)
export const PostponeDialog = onDemand(async () => (await import('./PostponeDialog')).PostponeDialog)
export const ProposeDialog = onDemand(async () => (await import('./ProposeDialog')).ProposeDialog)
export const TimetableDialog = onDemand(async () => (await import('./TimetableDialog')).TimetableDialog)
