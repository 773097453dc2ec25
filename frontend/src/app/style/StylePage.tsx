import { PageHeader } from '@/ui/PageHeader'

export function StylePage() {
  return <PageHeader title="Style" />
}
