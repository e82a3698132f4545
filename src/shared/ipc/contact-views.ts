import type { SecretWait } from '../domain/secret'
import type { ChannelId } from '../domain/channel'
import type { Contact } from '../domain/contact'
import type { RowReport } from '../domain/contact-import'
import type { DeliveryView, Reason } from '../domain/delivery'
import type { Trigger } from '../domain/run'
import type { Occurrence } from '../domain/schedule'
import type { GatewayId } from '../domain/settings'

/** A part of what a query finds, from some row on. */
export interface ContactPage {
  readonly rows: readonly Contact[]
  /** When a live message was last sent to each row's person, ISO; null = never. Null as a whole: not known yet. */
  readonly last_contacted: readonly (string | null)[] | null
  readonly found: number
  readonly all: number
}

/** What the list is made of, for its filters. */
export interface ContactOverview {
  readonly all: number
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  readonly needs_check: number
  readonly do_not_contact: number
  readonly duplicate_groups: number
}

/** One message, or one attempt at it, of everything that was ever sent to somebody. */
export interface ContactMessage {
  readonly run_id: string
  readonly campaign_id: string
  readonly campaign_name: string
  readonly trigger: Trigger
  readonly gateway: GatewayId
  readonly started_at: string
  readonly delivery: DeliveryView
}

/** An address that must not be used on a channel: by the contact's own mark, another's, or one that was deleted. */
export interface AddressMark {
  readonly channel: ChannelId
  readonly reason: string
  /** Empty when nobody wrote down since when. */
  readonly at: string
}

/** Why somebody would not get a campaign's next message on a channel; `gets_it` when nothing stands against it. */
export type ReachAnswer =
  | { readonly verdict: 'gets_it' }
  | { readonly verdict: 'no_address' | 'invalid_number' | 'invalid_username' }
  | {
      readonly verdict: 'do_not_contact'
      readonly reason: string
      /** Empty when nobody wrote down since when. */
      readonly since: string
      readonly by_address: boolean
    }
  | { readonly verdict: 'duplicate'; readonly of_id: string; readonly of_name: string }
  | { readonly verdict: 'channel_not_set_up' | 'frequency_cap' }
  /** The text prints a field that this contact lacks, as it is written between the braces. */
  | { readonly verdict: 'missing_value'; readonly field: string }
  | { readonly verdict: 'template_failed'; readonly detail: string }
  | { readonly verdict: 'quiet_hours'; readonly until: string }
  | {
      readonly verdict: 'limit' | 'retry_after' | 'unreachable' | 'paused' | SecretWait
      readonly until?: string
    }

/** What the campaign's last run came to on a channel, for this person. */
export interface LastDelivery {
  readonly run_id: string
  readonly at: string
  readonly state: DeliveryView['state']
  readonly reason?: Reason
}

/** A campaign as one person would see it. */
export interface ReachExplanation {
  readonly campaign_id: string
  readonly campaign_name: string
  readonly in_audience: boolean
  /** When it runs next; null when nothing is planned. */
  readonly next: Occurrence | null
  readonly held: 'paused' | 'draft' | 'completed' | 'archived' | 'paused_all' | 'emergency_stop' | null
  readonly channels: readonly {
    readonly channel: ChannelId
    readonly answer: ReachAnswer
    readonly last: LastDelivery | null
  }[]
}

/** Contacts that are one human. */
export interface DuplicateGroupView {
  readonly contacts: readonly Contact[]
  /** The addresses that they share. */
  readonly keys: readonly string[]
}

export interface DuplicatePage {
  readonly groups: readonly DuplicateGroupView[]
  readonly total: number
}

/** A file that was written for the operator. */
export interface SavedFile {
  readonly path: string
  readonly name: string
  readonly folder: string
  readonly count: number
}

/** Campaigns of a file of the reference system, before they come in. */
export interface CampaignImportCheck {
  readonly campaigns: readonly {
    readonly _id: string
    readonly name: string
    readonly contacts: number
    readonly frequency: string
    readonly start_time: string
    readonly timezone: string
  }[]
  readonly problems: readonly RowReport[]
}

/** How many people an audience has, and how many of them each channel reaches. */
export interface AudienceCount {
  readonly contacts: number
  /** Picked ids that name nobody any more. */
  readonly missing: number
  readonly reachable: Readonly<Record<ChannelId, number>>
}
