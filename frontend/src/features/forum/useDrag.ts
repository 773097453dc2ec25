import type { DragEvent } from 'react'
import type { WallTopic } from './forum'
import { useWall } from './wall'

/** What makes a card one that a mouse can carry, when its reader may place it. The same is done by tap and by keyboard. */
export function useDrag(topic: WallTopic): {
  draggable: boolean
  onDragStart?: (event: DragEvent) => void
  onDragEnd?: () => void
} {
  const { drag } = useWall()
  if (!topic.viewerCanPlace) return { draggable: false }
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', topic.title)
      drag(topic)
    },
    onDragEnd: () => drag(undefined),
  }
}
