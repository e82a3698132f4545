import schedule from 'node-schedule'
import type { ArmTimer, Clock, Timers } from '../ports'
import { systemTimers } from '../system-clock'

/**
 * One node-schedule job for an instant that we computed, however far away (it outlives setTimeout's 24.8 days).
 * node-schedule answers a past instant with null and never calls back, so that case is called back soon instead.
 */
export const armTimerOn =
  (clock: Clock, timers: Timers): ArmTimer =>
  (atMs, callback) => {
    // node-schedule knows the computer's clock alone.
    if (timers !== systemTimers) return timers.after(atMs - clock.nowMs(), callback)
    const job = atMs > clock.nowMs() ? schedule.scheduleJob(new Date(atMs), callback) : null
    // @types/node-schedule leaves out the null.
    if (job as unknown) return () => void job?.cancel()
    const immediate = setImmediate(callback)
    return () => clearImmediate(immediate)
  }
