import type { ChannelId } from '../../shared/domain/channel'
import type { Outcome, Reason } from '../../shared/domain/delivery'
import type { LogLine } from '../../shared/domain/log-line'
import type { RunSummary } from '../../shared/domain/run'
import { oneLine } from './escape'
import { type LogEvent, REASON_WORDS } from './log-event'

type LineBody = Omit<LogLine, 'seq' | 'at'>

/** The seed's words for each channel. */
const WORDS: Readonly<Record<ChannelId, { tag: string; noun: string; icon: string; address: string }>> = {
  whatsapp: { tag: '[WHATSAPP]', noun: 'WhatsApp message', icon: '📱', address: 'WhatsApp number' },
  telegram: { tag: '[TELEGRAM]', noun: 'Telegram message', icon: '📱', address: 'Telegram username' },
  ai_call: { tag: '[AI_CALL]', noun: 'AI call', icon: '🤖', address: 'phone number' }
}

/** A text without end (a bug's, a disk's) must cost neither memory nor the window its calm. */
const LONGEST_LINE = 4_000

/** The lines of an event: the seed's, to the letter (design: log lines). Control characters are escaped. */
export function formatEvent(event: LogEvent): LineBody[] {
  return linesOf(event).map((line) => ({ ...line, text: oneLine(line.text, LONGEST_LINE) }))
}

function linesOf(event: LogEvent): LineBody[] {
  switch (event.type) {
    case 'run_started':
      return [
        campaign(
          event,
          'info',
          `🚀 [CAMPAIGN] Starting Campaign: '${event.campaign_name}' (ID: ${event.campaign_id})`
        ),
        campaign(event, 'info', `👥 [CAMPAIGN] Total Contacts: ${event.total_contacts}`)
      ]
    case 'run_lost':
      return [
        campaign(
          event,
          'error',
          `❌ [CAMPAIGN] The ledger of '${event.campaign_name}' (ID: ${event.campaign_id}) cannot be read: ` +
            'all of the run may have been sent, so none of it is sent again'
        )
      ]
    case 'run_continued':
      return [
        campaign(
          event,
          'warning',
          `⚠️ [CAMPAIGN] Continuing Campaign: '${event.campaign_name}' (ID: ${event.campaign_id}), ` +
            `${event.interrupted} requests were under way when the app stopped`
        )
      ]
    case 'run_halted':
      return [
        campaign(event, 'error', `❌ [CAMPAIGN] Halted Campaign: '${event.campaign_name}': ${event.detail}`)
      ]
    case 'run_note': {
      const note = event.note === '' ? '' : ` (${event.note})`
      return [campaign(event, 'info', `ℹ️ [CAMPAIGN] '${event.campaign_name}': ${event.text}${note}`)]
    }
    case 'channel_paused':
      return [
        campaign(
          event,
          'error',
          `❌ ${WORDS[event.channel].tag} Paused in '${event.campaign_name}': ` +
            `${event.errors} of ${event.attempts} went wrong`
        )
      ]
    case 'channel_waits':
      return [
        { source: event.channel, level: 'warning', text: `⚠️ ${WORDS[event.channel].tag} ${event.text}` }
      ]
    case 'run_finished':
      return summaryLines(event.summary)
    case 'sending':
      return [delivery(event, 'info', sendingText(event))]
    case 'delivered':
      return [{ ...delivery(event, ...outcomeText(event)), ...technical(event.outcome) }]
    case 'slot_missed':
      return [
        campaign(
          event,
          'warning',
          `⚠️ [CAMPAIGN] Missed: '${event.campaign_name}' at ${event.local} (${event.zone}): ${event.why}`
        )
      ]
    case 'slot_buffered':
      return [
        campaign(
          event,
          'info',
          `ℹ️ [CAMPAIGN] '${event.campaign_name}' at ${event.local} (${event.zone}) waits for the run before`
        )
      ]
    case 'contacts_unknown':
      return [
        campaign(
          event,
          'warning',
          `⚠️ [CAMPAIGN] '${event.campaign_name}' names ${event.count} contacts that do not exist, left out`
        )
      ]
    case 'campaign_problem':
      return [campaign(event, 'error', `❌ [CAMPAIGN] '${event.campaign_name}': ${event.detail}`)]
    case 'app':
      return [{ source: 'app', level: event.level, text: `${APP_ICONS[event.level]} [LOA] ${event.text}` }]
  }
}

const APP_ICONS = { info: 'ℹ️', warning: '⚠️', error: '❌' } as const

type DeliveryEvent = Extract<LogEvent, { type: 'sending' | 'delivered' }>

function sendingText({ channel, contact_name, address }: DeliveryEvent): string {
  const { tag, icon, noun } = WORDS[channel]
  if (channel === 'ai_call') return `${icon} ${tag} Calling AI API for ${contact_name} (${address})`
  const shown = channel === 'telegram' ? `@${address}` : address
  return `${icon} ${tag} Sending ${noun} to ${contact_name} (${shown})`
}

function outcomeText(event: Extract<LogEvent, { type: 'delivered' }>): [LogLine['level'], string] {
  const { tag, noun, address } = WORDS[event.channel]
  const { outcome, contact_name: name } = event
  switch (outcome.state) {
    case 'sent':
      return event.channel === 'ai_call'
        ? ['success', `✅ ${tag} ${noun} initiated for ${name}: ${outcome.answer ?? ''}`]
        : ['success', `✅ ${tag} ${noun} sent to ${name}: ${outcome.answer ?? ''}`]
    case 'failed':
      return ['error', `❌ ${tag} ${noun} failed for ${name}: ${reasonText(outcome.reason)}`]
    case 'unknown':
      return [
        'warning',
        `❓ ${tag} ${noun} to ${name} may have been delivered: ${reasonText(outcome.reason)}`
      ]
    case 'skipped':
      return ['warning', `⚠️ ${tag} ${skippedText(name, address, outcome.reason)}`]
  }
}

function skippedText(name: string, address: string, reason: Reason | undefined): string {
  if (reason?.code === 'no_address') return `${name} has no ${address}, skipped`
  if (reason?.code === 'missing_value') return `${name}: missing ${reason.detail ?? 'a value'}, skipped`
  return `${name} skipped: ${reasonText(reason)}`
}

function reasonText(reason: Reason | undefined): string {
  if (reason === undefined) return REASON_WORDS.internal_error
  const words = REASON_WORDS[reason.code]
  return reason.detail === undefined ? words : `${words}: ${reason.detail}`
}

/** The summary counts `sent` only; what was not sent gets a line of its own, so "finished" hides nothing. */
function summaryLines(run: RunSummary): LineBody[] {
  const of = { campaign_id: run.campaign_id, run_id: run.id }
  const { whatsapp, telegram, ai_call } = run.sent_by_channel
  const { failed, unknown, skipped } = run.counts
  const summary = campaign(
    of,
    'info',
    `📊 [CAMPAIGN] Summary: ${ai_call} calls made, ${whatsapp} WhatsApp messages sent, ${telegram} Telegram messages sent`
  )
  if (failed + unknown + skipped === 0) return [summary]
  const notSent = `⚠️ [CAMPAIGN] Not sent: ${failed} failed, ${unknown} unknown, ${skipped} skipped`
  return [summary, campaign(of, 'warning', notSent)]
}

function campaign(
  event: { readonly campaign_id: string; readonly run_id?: string },
  level: LogLine['level'],
  text: string
): LineBody {
  const { campaign_id, run_id } = event
  return { source: 'campaign', level, text, campaign_id, ...(run_id !== undefined && { run_id }) }
}

function delivery(event: DeliveryEvent, level: LogLine['level'], text: string): LineBody {
  const { campaign_id, run_id, contact_id, channel } = event
  // A test message belongs to none of them.
  if (run_id === '') return { source: channel, level, text }
  return { source: channel, level, text, campaign_id, run_id, contact_id }
}

function technical({ status_code, duration_ms }: Outcome): Partial<LineBody> {
  return {
    ...(status_code !== undefined && { status_code }),
    ...(duration_ms !== undefined && { duration_ms })
  }
}
