import { isOpen } from '../../../shared/domain/run'
import { clockIn } from '../../../engine/reports/zoned-time'
import { documentFacts } from './document-facts'
import { foreign, html, type Markup } from './markup'
import type { RunDocument } from './run-document'

/** Whose report it is, when that was, and what the reader must know before any figure. */
export function documentHead(document: RunDocument): Markup {
  const { run, t } = document
  return html`<header>
      <div class="brand">Loa</div>
      <p class="kind">${t('document.title')}</p>
      <h1>${foreign(run.summary.campaign_name)}</h1>
      <p class="when">${whenText(document)}</p>
    </header>
    ${marks(document)} ${documentFacts(document)}`
}

/** The slot by its own clock, else when the run began by the reader's. */
function whenText({ run: { summary }, formats, words }: RunDocument): string {
  const at = summary.slot?.at ?? summary.started_at
  const zone = summary.slot?.zone ?? formats.zone
  const kind = words.trigger(summary.trigger)
  if (at === null) return kind
  return `${formats.time(at, zone)} (${zone}, ${clockIn(zone)(at).offset}) · ${kind}`
}

function marks({ run: { summary }, by, t, words, formats }: RunDocument): readonly Markup[] {
  const found: Markup[] = []
  const add = (title: string, text: string, tone: string) =>
    found.push(html`<p class="mark ${tone}"><strong>${title}.</strong> ${text}</p>`)
  if (summary.gateway === 'practice') add(t('document.practice'), t('document.practice_text'), 'busy')
  if (isOpen(summary)) {
    add(t('document.open'), t('document.open_text', { time: formats.exactTime(by.exported_at) }), 'caution')
  }
  if (summary.missed_reason !== undefined) {
    add(t('document.missed'), words.missed(summary.missed_reason), 'caution')
  }
  return found
}
