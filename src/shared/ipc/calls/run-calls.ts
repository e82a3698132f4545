import { z } from 'zod'
import { channelIdSchema } from '../../domain/channel'
import {
  type DeliveryDetail,
  type DeliveryPage,
  deliveryQuerySchema,
  type DeliveryRef,
  deliveryRefSchema
} from '../../domain/delivery'
import { objectIdSchema } from '../../domain/primitives'
import { approvalSchema } from '../../domain/rehearsal'
import { type ReportVerdict, RUN_REPORTS } from '../../domain/report'
import { noteSchema, runIdSchema, type RunOverview, type RunSummary } from '../../domain/run'
import type { SavedFile } from '../contact-views'
import type { ManualRunPlan, SendPlan, MissedPlan, RetryPlan } from '../views'
import { call, nothing } from './call'

/** Runs: begun by hand, controlled, repaired, looked at and reported. */
export const runCalls = {
  prepareManualRun: call(z.tuple([objectIdSchema])).gives<ManualRunPlan>(),
  runNow: call(z.tuple([objectIdSchema, runIdSchema, approvalSchema.optional()])).gives<RunSummary>(),
  /** Whom a missed slot concerned. */
  planMissed: call(z.tuple([runIdSchema])).gives<MissedPlan>(),
  /** What "send now" of a missed slot would do. */
  prepareMissedRun: call(z.tuple([runIdSchema])).gives<SendPlan>(),
  /** Runs a missed slot now, under its own id. */
  sendMissed: call(z.tuple([runIdSchema, approvalSchema.optional()])).gives<RunSummary>(),
  /** Takes missed slots out of the inbox; they stay in the history. */
  skipMissed: call(z.tuple([z.array(runIdSchema).max(100_000)])).gives<number>(),
  pauseRun: call(z.tuple([runIdSchema, noteSchema])).gives<RunSummary>(),
  resumeRun: call(z.tuple([runIdSchema, noteSchema])).gives<RunSummary>(),
  /** Ends a run for good: what is queued is skipped. */
  stopRun: call(z.tuple([runIdSchema, noteSchema])).gives<RunSummary>(),
  /** Lets a channel go on that stood still in this run because of errors. */
  resumeRunChannel: call(z.tuple([runIdSchema, channelIdSchema])).gives<RunSummary>(),
  /** Decides about AI calls that a run holds because they are more than were approved. */
  decideCalls: call(z.tuple([runIdSchema, z.enum(['call', 'leave_out'])])).gives<RunSummary>(),
  /** Decides about deliveries that may have arrived; those that are not `unknown` are left alone. Gives how many. */
  settleUnknown: call(
    z.tuple([runIdSchema, z.array(deliveryRefSchema).max(1_000_000), z.enum(['arrived', 'again'])])
  ).gives<number>(),
  planRetry: call(z.tuple([runIdSchema])).gives<RetryPlan>(),
  retryFailed: call(z.tuple([runIdSchema, runIdSchema, z.enum(['original', 'current'])])).gives<RunSummary>(),
  listRuns: call(nothing).gives<readonly RunSummary[]>(),
  getRunOverview: call(z.tuple([runIdSchema])).gives<RunOverview>(),
  /** A part of the contacts of a run whose deliveries a query finds, in the order of the run. */
  findDeliveries: call(
    z.tuple([
      runIdSchema,
      deliveryQuerySchema,
      z.number().int().nonnegative(),
      z.number().int().min(1).max(500)
    ])
  ).gives<DeliveryPage>(),
  findDeliveryRefs: call(z.tuple([runIdSchema, deliveryQuerySchema])).gives<readonly DeliveryRef[]>(),
  getDelivery: call(z.tuple([runIdSchema, deliveryRefSchema])).gives<DeliveryDetail>(),
  /** Writes a run to a file in the downloads folder. */
  exportRun: call(z.tuple([runIdSchema, z.enum(RUN_REPORTS)])).gives<SavedFile>(),
  /** Checks the hash chain of a report that Loa has written. */
  verifyReport: call(z.tuple([z.string().min(1).max(10_000)])).gives<ReportVerdict>()
} as const
