import { type DragEvent, useState } from 'react'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Files that are dragged over an element and dropped on it. While they are not wanted the window ignores them. */
export function useFileDrop(isWanted: boolean, onDrop: (files: readonly File[]) => void) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = isWanted ? 'copy' : 'none'
    setIsOver(isWanted)
  }
  const handlers = {
    onDragEnter: over,
    onDragOver: over,
    onDragLeave: (event: DragEvent) => {
      // Moving from one child to the next leaves nothing.
      const { relatedTarget, currentTarget } = event
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false)
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      if (isWanted) onDrop([...event.dataTransfer.files])
    }
  }
  return { isOver, handlers }
}
