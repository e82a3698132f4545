import { z } from 'zod'
import { channelIdSchema } from '../../domain/channel'
import type { Health } from '../../domain/health'
import type { AppInfo, AppState, UpdateStanding } from '../views'
import { call, nothing } from './call'

/** The app itself: how it stands, what holds all sending, its folder and its version. */
export const appCalls = {
  getAppInfo: call(nothing).gives<AppInfo>(),
  getState: call(nothing).gives<AppState>(),
  setPausedAll: call(z.tuple([z.boolean()])).gives<AppState>(),
  setEmergencyStop: call(z.tuple([z.boolean()])).gives<AppState>(),
  /** The clock is right: what was held after a jump goes on. */
  confirmClock: call(nothing).gives<AppState>(),
  /** Ends a channel's wait for a Retry-After or for a gateway out of reach, and tries at once. */
  tryChannelNow: call(z.tuple([channelIdSchema])).gives<AppState>(),
  /** Use the last good copy of a damaged file, or start it empty. The damaged one stays set aside. */
  recoverFile: call(z.tuple([z.string(), z.enum(['backup', 'empty'])])).gives<AppState>(),
  /** Shows the data folder in the file manager. */
  openDataFolder: call(nothing).gives<null>(),
  /** Shows a file that Loa has written in the file manager. */
  showFile: call(z.tuple([z.string()])).gives<null>(),
  copyText: call(z.tuple([z.string().max(10_000_000)])).gives<null>(),
  /** How the app itself is doing; looked at anew with each call. */
  getHealth: call(nothing).gives<Health>(),
  getUpdate: call(nothing).gives<UpdateStanding>(),
  /** Looks for an update without waiting for its time; what comes of it is told by `updateChanged`. */
  lookForUpdate: call(nothing).gives<null>()
} as const
