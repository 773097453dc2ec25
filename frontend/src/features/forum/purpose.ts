const limit = 4000

/** What a group is for, as far as the forum has already said it: the topic, what was decided, what was to follow. */
export function purposeOf(
  topic: { title: string; description: string; harvest: { decided: string; nextSteps: string } | null },
  titles: { decided: string; nextSteps: string },
): string {
  const parts = [
    topic.description || topic.title,
    topic.harvest?.decided ? `${titles.decided} : ${topic.harvest.decided}` : '',
    topic.harvest?.nextSteps ? `${titles.nextSteps} : ${topic.harvest.nextSteps}` : '',
  ]
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, limit)
}
