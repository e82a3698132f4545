import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryRef } from '../../shared/domain/delivery'
import type { Approval } from '../../shared/domain/rehearsal'
import type { RunSummary } from '../../shared/domain/run'
import type { MissedPlan, RetryPlan, SendPlan } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { loa } from '../api'

/** The operator's decisions about runs. What they change comes back as events. */

/** Nothing of the run begins any more until it is continued. */
export const pauseRun = (runId: string, note: string): Promise<Result<RunSummary>> =>
  loa.pauseRun(runId, note)

/** A paused run goes on; refused while another gateway is chosen. */
export const continueRun = (runId: string, note: string): Promise<Result<RunSummary>> =>
  loa.resumeRun(runId, note)

/** Ends a run for good; what still waits is skipped. */
export const stopRun = (runId: string, note: string): Promise<Result<RunSummary>> => loa.stopRun(runId, note)

/** A channel that stood still because of errors goes on. */
export const resumeRunChannel = (runId: string, channel: ChannelId): Promise<Result<RunSummary>> =>
  loa.resumeRunChannel(runId, channel)

/** The AI calls that a run holds go out, or are left out. */
export const decideCalls = (runId: string, word: 'call' | 'leave_out'): Promise<Result<RunSummary>> =>
  loa.decideCalls(runId, word)

/** Decides about deliveries that may have arrived. Gives how many were decided. */
export const settleUnknown = (
  runId: string,
  refs: readonly DeliveryRef[],
  word: 'arrived' | 'again'
): Promise<Result<number>> => loa.settleUnknown(runId, [...refs], word)

/** What "retry failed" would do. The id in it makes a double click one run. */
export const planRetry = (runId: string): Promise<Result<RetryPlan>> => loa.planRetry(runId)

/** Starts the retry that was planned. */
export const retryFailed = (
  runId: string,
  retryId: string,
  text: 'original' | 'current'
): Promise<Result<RunSummary>> => loa.retryFailed(runId, retryId, text)

/** Whom a missed slot concerned. */
export const planMissed = (runId: string): Promise<Result<MissedPlan>> => loa.planMissed(runId)

/** What "send now" of a missed slot would do. */
export const prepareMissedRun = (runId: string): Promise<Result<SendPlan>> => loa.prepareMissedRun(runId)

/** Runs a missed slot now. */
export const sendMissed = (runId: string, approval: Approval): Promise<Result<RunSummary>> =>
  loa.sendMissed(runId, approval)

/** Takes missed slots out of the list. Gives how many. */
export const skipMissed = (runIds: readonly string[]): Promise<Result<number>> => loa.skipMissed([...runIds])
