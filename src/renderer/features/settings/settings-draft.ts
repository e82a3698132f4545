import { type FieldIssue, issuesOf } from '../../../shared/app-error'
import type { ChannelId } from '../../../shared/domain/channel'
import {
  type BackupSettings,
  type ChannelLimits,
  type FrequencyCap,
  type GatewayAddresses,
  type GatewayId,
  type Settings,
  type SettingsPatch,
  settingsPatchSchema,
  settingsSchema
} from '../../../shared/domain/settings'

/** Numbers are text while they are being typed. */
type Typed<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | string : T[Key] }

/** The limits of a channel as they are typed. */
export type LimitsDraft = Typed<ChannelLimits>

/** The settings that wait for "Save". Language and theme are not among them: they hold at once. */
export interface SettingsDraft {
  readonly gateway: GatewayId
  readonly gateways: Readonly<Record<'reference' | 'custom', GatewayAddresses>>
  /** Text while a number is being typed. */
  readonly timeouts_s: Readonly<Record<ChannelId, number | string>>
  readonly limits: Readonly<Record<ChannelId, LimitsDraft>>
  readonly quiet_hours: Settings['quiet_hours']
  readonly frequency_cap: Typed<FrequencyCap>
  readonly default_country: string
  readonly log_keep_days: number | string
  readonly default_zone: string
  readonly keep_runs_days: number | string
  readonly backup: Typed<BackupSettings>
}

/** The part of the settings that the form edits. */
export const draftOf = (settings: SettingsPatch): SettingsDraft => ({
  gateway: settings.gateway,
  gateways: settings.gateways,
  timeouts_s: settings.timeouts_s,
  limits: settings.limits,
  quiet_hours: settings.quiet_hours,
  frequency_cap: settings.frequency_cap,
  default_country: settings.default_country,
  log_keep_days: settings.log_keep_days,
  default_zone: settings.default_zone,
  keep_runs_days: settings.keep_runs_days,
  backup: settings.backup
})

/** What a new Loa begins with: where a reset leads. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({})

export const DEFAULT_DRAFT: SettingsDraft = draftOf(DEFAULT_SETTINGS)

/** May live messages go out at any hour? */
export const hasNoQuietHours = ({ quiet_hours }: SettingsDraft): boolean =>
  Object.values(quiet_hours).every(({ on }) => !on)

/** Do two drafts say the same? Both come from the same schema, so their keys stand in the same order. */
export const isSameDraft = (one: SettingsDraft, other: SettingsDraft): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Settings before and after somebody changed them. */
export interface DraftChange {
  readonly from: SettingsDraft
  readonly to: SettingsDraft
}

/** `now` with what a change has changed, field by field; every other field stays as it is now. */
export const changedLike = (now: SettingsDraft, { from, to }: DraftChange): SettingsDraft =>
  fieldsLike(now, from, to) as SettingsDraft

function fieldsLike(now: unknown, from: unknown, to: unknown): unknown {
  if (!isGroup(now) || !isGroup(from) || !isGroup(to)) return from === to ? now : to
  return Object.fromEntries(Object.keys(now).map((key) => [key, fieldsLike(now[key], from[key], to[key])]))
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

export type CheckedDraft =
  | { readonly ok: true; readonly patch: SettingsPatch }
  | { readonly ok: false; readonly issues: readonly FieldIssue[] }

/** The draft as the main process takes it, or what is wrong with it. */
export function checkDraft(settings: Settings, draft: SettingsDraft): CheckedDraft {
  const parsed = settingsPatchSchema.safeParse({ ...settings, ...draft })
  return parsed.success ? { ok: true, patch: parsed.data } : { ok: false, issues: issuesOf(parsed.error) }
}

/** Where a channel's requests would go; empty when the channel is not set up. */
export function endpointOf(addresses: GatewayAddresses, channel: ChannelId): string {
  if (channel === 'ai_call') return addresses.ai_call_url.trim()
  const base = addresses.base_url.trim().replace(/\/+$/, '')
  return base === '' ? '' : `${base}/${channel}/send`
}

const LOCAL_HOST = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])([:/?]|$)/i

/** Would names and numbers cross a network unencrypted? */
export const isPlainHttp = (url: string): boolean =>
  /^http:\/\//i.test(url.trim()) && !LOCAL_HOST.test(url.trim())

/** Where an address leads, for whoever must know whether it is somewhere else; empty while it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url.trim()).host
  } catch {
    return ''
  }
}
