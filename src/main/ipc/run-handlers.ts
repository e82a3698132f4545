import type { Engine } from '../../engine/engine'
import type { AppState } from '../../shared/ipc/views'
import { ok, type Result } from '../../shared/result'
import type { Handlers } from './answer-calls'

type RunCall =
  | 'planMissed'
  | 'prepareMissedRun'
  | 'sendMissed'
  | 'skipMissed'
  | 'pauseRun'
  | 'resumeRun'
  | 'stopRun'
  | 'resumeRunChannel'
  | 'decideCalls'
  | 'settleUnknown'
  | 'planRetry'
  | 'retryFailed'
  | 'setEmergencyStop'
  | 'confirmClock'
  | 'tryChannelNow'

/** The operator's decisions about runs, missed slots and everything that holds sending back. */
export function runHandlers(engine: Engine): Pick<Handlers, RunCall> {
  const stateAfter = async (change: Promise<Result<unknown>>): Promise<Result<AppState>> => {
    const changed = await change
    return changed.ok ? ok(engine.state()) : changed
  }
  return {
    planMissed: (runId) => engine.missed.plan(runId),
    prepareMissedRun: (runId) => engine.runsByHand.planMissed(runId),
    sendMissed: (runId, approval) => engine.runsByHand.sendMissed(runId, approval),
    skipMissed: (runIds) => engine.missed.skip(runIds),
    pauseRun: (runId, note) => engine.runs.pause(runId, note),
    resumeRun: (runId, note) => engine.resumeRun(runId, note),
    stopRun: (runId, note) => engine.runs.stopRun(runId, note),
    resumeRunChannel: (runId, channel) => engine.runs.resumeChannel(runId, channel),
    decideCalls: (runId, word) =>
      word === 'call' ? engine.heldCalls.allow(runId) : engine.heldCalls.leaveOut(runId),
    settleUnknown: (runId, refs, word) => engine.settleUnknown(runId, refs, word),
    planRetry: (runId) => engine.retries.plan(runId),
    retryFailed: (runId, newRunId, text) => engine.retries.start(runId, newRunId, text),
    setEmergencyStop: (on) => stateAfter(engine.setEmergencyStop(on)),
    confirmClock: () => stateAfter(engine.confirmClock()),
    tryChannelNow: (channel) => {
      engine.tryChannelNow(channel)
      return ok(engine.state())
    }
  }
}
