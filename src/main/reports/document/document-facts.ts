import { foreign, html, type Markup } from './markup'
import type { RunDocument } from './run-document'

interface Fact {
  readonly label: string
  /** Null leaves the fact out. */
  readonly value: string | null
  /** How it is set: ids in letters of one width, the long ones over two columns. */
  readonly kind?: 'id' | 'id wide'
}

/** What is to be known about a run besides its figures. */
export function documentFacts({ run: { summary }, words, formats, by, t }: RunDocument): Markup {
  const { label } = words
  const { started_at, finished_at, pause, stop } = summary
  const timeOf = (instant: string | null) => (instant === null ? null : formats.exactTime(instant))
  const facts: readonly Fact[] = [
    { label: label('status'), value: words.status(summary.status) },
    { label: label('started'), value: timeOf(started_at) },
    { label: label('finished'), value: timeOf(finished_at) },
    { label: label('paused'), value: pause === undefined ? null : noted(words.paused(pause.reason), pause) },
    { label: label('stopped'), value: stop === undefined ? null : noted(words.stopped(stop.reason), stop) },
    { label: label('gateway'), value: words.gateway(summary.gateway) },
    { label: label('contacts'), value: formats.number(summary.total_contacts) },
    { label: label('exported'), value: `${formats.exactTime(by.exported_at)} · Loa ${by.app_version}` },
    { label: label('campaign_id'), value: summary.campaign_id, kind: 'id' },
    { label: label('run_id'), value: summary.id, kind: 'id wide' },
    { label: label('retry_of'), value: summary.retry_of ?? null, kind: 'id wide' }
  ]
  return html`<dl class="facts">${facts.map(factMarkup)}</dl>
    <p class="hint">${t('document.times', { zone: formats.zone })}</p>`
}

const noted = (reason: string, { note }: { readonly note: string }): string => `${reason} ${note}`.trimEnd()

const factMarkup = ({ label, value, kind }: Fact): Markup =>
  value === null
    ? html``
    : html`<div class="${kind ?? ''}">
        <dt>${label}</dt>
        <dd>${foreign(value)}</dd>
      </div>`
