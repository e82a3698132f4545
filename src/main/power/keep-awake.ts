import { powerSaveBlocker } from 'electron'
import type { Engine } from '../../engine/engine'
import { coalesce } from '../coalesce'

/** Every delivery is a change; one look at many of them is enough. */
const SETTLE_MS = 100

/**
 * Keeps the computer from falling asleep exactly while a run is at work. The screen may go dark, and a closed lid still
 * wins.
 *
 * @returns lets the computer sleep, and stops watching
 */
export function keepAwake(engine: Engine): () => void {
  let blocker: number | null = null
  const follow = (isWorking: boolean) => {
    if (isWorking === (blocker !== null)) return
    if (blocker !== null) powerSaveBlocker.stop(blocker)
    blocker = isWorking ? powerSaveBlocker.start('prevent-app-suspension') : null
  }
  const look = coalesce(SETTLE_MS, () => follow(engine.runs.working > 0))
  const stopWatching = engine.subscribe(({ kind }) => {
    if (kind === 'run' || kind === 'state' || kind === 'settings') look.soon()
  })
  return () => {
    stopWatching()
    look.cancel()
    follow(false)
  }
}
