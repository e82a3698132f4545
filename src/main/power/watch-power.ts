import { powerMonitor } from 'electron'
import type { Engine } from '../../engine/engine'

/**
 * Passes the system's word on sleep on to the engine, as a hint: on Linux each comes twice, and none may come at all.
 *
 * @returns stops listening
 */
export function watchPower(engine: Engine): () => void {
  const onSuspend = () => engine.notePower('suspend')
  const onResume = () => engine.notePower('resume')
  powerMonitor.on('suspend', onSuspend)
  powerMonitor.on('resume', onResume)
  return () => {
    powerMonitor.off('suspend', onSuspend)
    powerMonitor.off('resume', onResume)
  }
}
