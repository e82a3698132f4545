import { DELIVERY_STATES } from '../../shared/domain/delivery'
import { channelsByText } from './channels-by-text'
import { REPORT_FORMAT } from './hash-chain'
import type { Reader, ReportLabel } from './report-words'
import type { ReportedRun } from './reported-run'
import { clockIn } from './zoned-time'

/** What stands above the deliveries of a CSV report, row by row: the name of a fact, then what it is. */
export function* factRows(run: ReportedRun, { words, zone }: Reader): Generator<readonly string[], void> {
  const { summary } = run
  const clock = clockIn(zone)
  const row = (label: ReportLabel, ...values: readonly string[]) => [words.label(label), ...values]
  const timeRow = (label: ReportLabel, at: string) => row(label, clock(at).wall, clock(at).offset, at)

  yield row('report', REPORT_FORMAT)
  yield row('campaign', summary.campaign_name)
  yield row('campaign_id', summary.campaign_id)
  yield row('run_id', summary.id)
  yield row('gateway', words.gateway(summary.gateway))
  yield row('trigger', words.trigger(summary.trigger))
  if (summary.retry_of !== undefined) yield row('retry_of', summary.retry_of)
  if (summary.slot !== null) {
    const { nominal, zone: slotZone, at } = summary.slot
    yield row('planned', nominal.replace('T', ' '), slotZone, at)
  }
  yield row('status', words.status(summary.status))
  if (summary.missed_reason !== undefined) yield row('missed', words.missed(summary.missed_reason))
  if (summary.started_at !== null) yield timeRow('started', summary.started_at)
  if (summary.finished_at !== null) yield timeRow('finished', summary.finished_at)
  if (summary.pause !== undefined) yield row('paused', words.paused(summary.pause.reason), summary.pause.note)
  if (summary.stop !== undefined) yield row('stopped', words.stopped(summary.stop.reason), summary.stop.note)
  yield row('contacts', String(summary.total_contacts))
  for (const { channels, text } of channelsByText(run)) {
    yield [`${words.label('text')} (${channels.map(words.channel).join(', ')})`, text]
  }
  yield* countRows(run, words)
}

function* countRows(
  { flow, byChannel, summary }: ReportedRun,
  words: Reader['words']
): Generator<readonly string[], void> {
  yield [words.label('deliveries'), words.label('total'), ...flow.map(words.channel)]
  for (const state of DELIVERY_STATES) {
    const ofChannels = flow.map((channel) => String(byChannel[channel][state]))
    yield [words.state(state), String(summary.counts[state]), ...ofChannels]
  }
}
