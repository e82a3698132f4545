import type { Alert } from '../../shared/domain/alert'
import type { ChannelId } from '../../shared/domain/channel'
import { localeOf } from '../../shared/i18n/locale'
import type { Page } from '../../shared/ipc/pages'
import type { Destination } from '../../shared/ipc/desktop'
import { sizeText } from '../../shared/text/size-text'
import { shortName } from '../short-name'
import type { Words } from '../words'

const MS_PER_HOUR = 3_600_000

/** A desktop cuts a long body off, and with it what comes behind the name. */
const LONGEST_NAME = 80
const LONGEST_DETAIL = 200

/** Where the operator can do something about it. */
const PAGES: Readonly<Record<Alert['type'], Page>> = {
  run_paused: 'attention',
  channel_paused: 'attention',
  calls_held: 'attention',
  run_finished: 'runs',
  channel_waits: 'attention',
  slots_missed: 'attention',
  gateway_down: 'settings',
  asleep_likely: 'attention',
  storage_failed: 'attention',
  disk_low: 'attention',
  backup_failed: 'settings',
  restore_failed: 'settings',
  clock_jump: 'attention',
  emergency_stop: 'attention'
}

export interface AlertText {
  readonly title: string
  readonly body: string
  /** Where a click goes. */
  readonly opens: Destination<Page>
}

/** What a notification says about one alert, or about several of the same type that are told together. */
export function alertText(alerts: readonly [Alert, ...Alert[]], words: Words): AlertText {
  const [alert] = alerts
  const count = alerts.reduce((sum, each) => sum + (each.type === 'slots_missed' ? each.count : 1), 0)
  return {
    title: words.alerts(`${alert.type}.title`),
    body: alerts.length === 1 ? bodyOf(alert, words) : words.alerts(`${alert.type}.many`, { count }),
    opens: alerts.length === 1 ? placeOf(alert) : { page: PAGES[alert.type] }
  }
}

/** One run that is over is shown by itself, with the deliveries first that need a word. */
function placeOf(alert: Alert): Destination<Page> {
  const page = PAGES[alert.type]
  if (alert.type !== 'run_finished') return { page }
  return { page, run_id: alert.run_id, state: alert.unknown > 0 ? 'unknown' : 'failed' }
}

function bodyOf(alert: Alert, words: Words): string {
  const t = words.alerts
  const channel = (id: ChannelId) => words.common(`channels.${id}`)
  switch (alert.type) {
    case 'run_paused':
      return t(`run_paused.${alert.reason}`, { name: nameIn(alert) })
    case 'channel_paused':
      return t('channel_paused.body', { name: nameIn(alert), channel: channel(alert.channel) })
    case 'calls_held': {
      const { count, approved } = alert
      return t('calls_held.body', { name: nameIn(alert), count, approved })
    }
    case 'run_finished':
      return t('run_finished.body', { name: nameIn(alert), counts: countsText(alert, words) })
    case 'channel_waits':
      return t(`channel_waits.${alert.reason}`, { channel: channel(alert.channel) })
    case 'slots_missed':
      return t('slots_missed.body', { name: nameIn(alert), count: alert.count })
    case 'gateway_down':
      return t('gateway_down.body', {
        name: nameIn(alert),
        when: dueAt(alert.at, words),
        channels: alert.channels.map(channel).join(', ')
      })
    case 'asleep_likely':
      return t('asleep_likely.body', { name: nameIn(alert), when: dueAt(alert.at, words) })
    case 'storage_failed':
      return t('storage_failed.body', { file: alert.file, detail: shortName(alert.detail, LONGEST_DETAIL) })
    case 'disk_low':
      return t('disk_low.body', { free: sizeText(alert.free_bytes, words.language) })
    case 'backup_failed':
      return t('backup_failed.body', { detail: shortName(alert.detail, LONGEST_DETAIL) })
    case 'restore_failed':
      return t('restore_failed.body', { detail: shortName(alert.detail, LONGEST_DETAIL) })
    case 'clock_jump': {
      const hours = Math.round(Math.abs(alert.by_ms) / MS_PER_HOUR)
      return t(alert.by_ms < 0 ? 'clock_jump.back' : 'clock_jump.forward', { hours })
    }
    case 'emergency_stop':
      return t(`emergency_stop.${alert.reason}`)
  }
}

const nameIn = ({ campaign_name: name }: { readonly campaign_name: string }): string =>
  shortName(name, LONGEST_NAME)

type Counted = Extract<Alert, { readonly type: 'run_finished' }>

/** "28 sent, 2 failed": what there was none of is left out. */
function countsText(alert: Counted, { alerts: t }: Words): string {
  const states = (['sent', 'failed', 'unknown'] as const).filter((state) => alert[state] > 0)
  return states.map((state) => t(`run_finished.${state}`, { count: alert[state] })).join(', ')
}

/** An instant on this computer's clock. */
const dueAt = (instant: string, { language }: Words): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }).format(new Date(instant))
