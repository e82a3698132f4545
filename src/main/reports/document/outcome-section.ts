import type { DeliveryState } from '../../../shared/domain/delivery'
import { html, type Markup } from './markup'
import type { RunDocument } from './run-document'

/** From what went well to what is still to come. */
export const SHOWN_STATES = [
  'sent',
  'failed',
  'unknown',
  'skipped',
  'sending',
  'queued'
] as const satisfies readonly DeliveryState[]

/** How much of the run was sent: one figure, one bar, and the bar in numbers. */
export function outcomeSection({ run, t, words, formats }: RunDocument): Markup {
  const { counts } = run.summary
  if (run.size === 0) {
    return html`<section>
      <h2>${t('document.outcome')}</h2>
      <p>${t('document.empty')}</p>
    </section>`
  }
  const shown = SHOWN_STATES.filter((state) => counts[state] > 0)
  return html`<section class="outcome">
    <h2>${t('document.outcome')}</h2>
    <p class="figure">
      <strong>${formats.number(counts.sent)}</strong> ${t('document.sent_of', { count: run.size })}
      <span class="share">${formats.percent(counts.sent, run.size)}</span>
    </p>
    <div class="bar">
      ${shown.map((state) => html`<span class="part ${state}" style="flex-grow: ${counts[state]}"></span>`)}
    </div>
    <ul class="legend">
      ${shown.map(
        (state) =>
          html`<li>
            <span class="part ${state}"></span>${words.state(state)}
            <strong>${formats.number(counts[state])}</strong>
            <span class="share">${formats.percent(counts[state], run.size)}</span>
          </li>`
      )}
    </ul>
    <p class="hint">${t('document.sent_meaning')}</p>
  </section>`
}
