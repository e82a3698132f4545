import type { Engine } from '../../engine/engine'
import { ok } from '../../shared/result'
import type { Handlers } from './answer-calls'

/** What the window asks about all runs together. */
export function statsHandlers(engine: Engine): Pick<Handlers, 'dailyMessages'> {
  return {
    dailyMessages: async (days, zone) => ok(await engine.dailyMessages.of(days, zone))
  }
}
