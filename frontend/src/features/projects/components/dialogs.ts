import { onDemand } from '@/ui/later'

// The dialogs of a project: each is fetched when it first opens, or when its page rests.
export const AddMemberDialog = onDemand(async () => (await import('./AddMemberDialog')).AddMemberDialog)
export const EditProjectDialog = onDemand(async () => (await import('./EditProjectDialog')).EditProjectDialog)
export const NoteDialog = onDemand(async () => (await import('./NoteDialog')).NoteDialog)
export const PartnerDialog = onDemand(async () => (await import('./PartnerDialog')).PartnerDialog)
export const ReportDialog = onDemand(async () => (await import('./ReportDialog')).ReportDialog)
export const SendDialog = onDemand(async () => (await import('./SendDialog')).SendDialog)
export const SignDialog = onDemand(async () => (await import('./SignDialog')).SignDialog)
export const VersionsDialog = onDemand(async () => (await import('./VersionsDialog')).VersionsDialog)
