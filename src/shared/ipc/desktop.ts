import { z } from 'zod'
import type { DeliveryState } from '../domain/delivery'
import { runIdSchema } from '../domain/run'

/** Where in the window the operator is to be: by a click on the tray or on a notification. */
export interface Destination<Page extends string = string> {
  readonly page: Page
  readonly run_id?: string
  /** The deliveries of that run that are shown first. */
  readonly state?: DeliveryState
  readonly campaign_id?: string
  /** Ask whether this campaign is to be run now. Nothing is sent before the operator has said yes. */
  readonly run_now?: string
}

/** What the window shows, for whoever would say the same once more. */
export const shownPlaceSchema = z.object({ page: z.string().max(40), run_id: runIdSchema.nullable() })

export type ShownPlace = Readonly<z.infer<typeof shownPlaceSchema>>

/** `asking`: the question is on the screen. */
export const quitAnswerSchema = z.enum(['asking', 'quit', 'stay'])

export type QuitAnswer = z.infer<typeof quitAnswerSchema>

/** Does Loa start when the operator logs in? As the system has it, not as it was once chosen. */
export interface StartAtLogin {
  readonly on: boolean
}
