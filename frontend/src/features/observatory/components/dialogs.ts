import { onDemand } from '@/ui/later'

// The lists that open over the Observatoire: each is fetched when it first opens, or when its page rests.
export const TieFactsDialog = onDemand(async () => (await import('./TieFactsDialog')).TieFactsDialog)
export const TopicsDialog = onDemand(async () => (await import('./TopicsDialog')).TopicsDialog)
