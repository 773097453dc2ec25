import { onDemand } from '@/ui/later'

// The dialogs of the forum: each is fetched when it first opens, or when its page rests.
export const OpenGroupDialog = onDemand(async () => (await import('./OpenGroupDialog')).OpenGroupDialog)
export const PickDialog = onDemand(async () => (await import('./PickDialog')).PickDialog)
export const PlaceDialog = onDemand(async () => (await import('./PlaceDialog')).PlaceDialog)
export const ProposeDialog = onDemand(async () => (await import('./ProposeDialog')).ProposeDialog)
