import { z } from 'zod'
import type { SchedulePreview } from '../../domain/calendar'
import { campaignDraftSchema, CAMPAIGN_STATUSES } from '../../domain/campaign'
import { practiceModesSchema } from '../../domain/practice'
import { objectIdSchema } from '../../domain/primitives'
import { approvalSchema, type CampaignReview, type Rehearsal, REHEARSAL_RULES } from '../../domain/rehearsal'
import { runIdSchema, type RunSummary } from '../../domain/run'
import { scheduleSettingsSchema } from '../../domain/schedule'
import type { CampaignView, EditorDraft, EditorDraftNote } from '../views'
import { call, nothing } from './call'

const editorKeySchema = z.union([z.literal('new'), objectIdSchema])

/** Campaigns: saved, reviewed, activated, rehearsed; and what is typed of them. */
export const campaignCalls = {
  listCampaigns: call(nothing).gives<readonly CampaignView[]>(),
  /** An active campaign that makes AI calls is saved only with a yes to them, given now or before. */
  saveCampaign: call(z.tuple([campaignDraftSchema, approvalSchema.optional()])).gives<CampaignView>(),
  setCampaignStatus: call(z.tuple([objectIdSchema, z.enum(CAMPAIGN_STATUSES)])).gives<CampaignView>(),
  deleteCampaign: call(z.tuple([objectIdSchema])).gives<null>(),
  /** The next slots of a schedule that is being typed, from now on. */
  previewSchedule: call(
    z.tuple([scheduleSettingsSchema, z.number().int().min(1).max(50)])
  ).gives<SchedulePreview>(),
  /** Activates a campaign that was reviewed. Refused while its AI calls are not approved. */
  activateCampaign: call(z.tuple([objectIdSchema, approvalSchema])).gives<CampaignView>(),
  /** What the operator approves, of a campaign that may not be saved yet. */
  reviewCampaign: call(z.tuple([campaignDraftSchema])).gives<CampaignReview>(),
  /** Plays the next week of a campaign through, without one request. Another call ends the one before. */
  rehearse: call(z.tuple([campaignDraftSchema, z.enum(REHEARSAL_RULES)])).gives<Rehearsal>(),
  cancelRehearsal: call(nothing).gives<null>(),
  /** Runs a campaign through the practice gateway, with the faults that were chosen. */
  rehearseForReal: call(z.tuple([objectIdSchema, runIdSchema, practiceModesSchema])).gives<RunSummary>(),
  /** What was typed into a campaign's editor and not saved; the key is the campaign's id, or `new`. */
  getEditorDraft: call(z.tuple([editorKeySchema])).gives<EditorDraft | null>(),
  listEditorDrafts: call(nothing).gives<readonly EditorDraftNote[]>(),
  saveEditorDraft: call(z.tuple([editorKeySchema, z.string().max(20_000_000)])).gives<null>(),
  dropEditorDraft: call(z.tuple([editorKeySchema])).gives<null>()
} as const
