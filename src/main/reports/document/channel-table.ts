import { html, type Markup } from './markup'
import { SHOWN_STATES } from './outcome-section'
import type { RunDocument } from './run-document'

/** How many deliveries of each channel are in which state; states in which there is none are left out. */
export function channelTable({ run, t, words, formats }: RunDocument): Markup {
  if (run.size === 0) return html``
  const { summary, flow, byChannel } = run
  const states = SHOWN_STATES.filter((state) => summary.counts[state] > 0)
  const number = (value: number) => html`<td class="number">${value === 0 ? '–' : formats.number(value)}</td>`
  const total = (channel: (typeof flow)[number]) =>
    Object.values(byChannel[channel]).reduce((sum, count) => sum + count, 0)
  return html`<section>
    <h2>${t('document.by_channel')}</h2>
    <table>
      <thead>
        <tr>
          <th>${words.label('channel')}</th>
          ${states.map((state) => html`<th class="number">${words.state(state)}</th>`)}
          <th class="number">${words.label('total')}</th>
        </tr>
      </thead>
      <tbody>
        ${flow.map(
          (channel) =>
            html`<tr>
              <th>${words.channel(channel)}</th>
              ${states.map((state) => number(byChannel[channel][state]))} ${number(total(channel))}
            </tr>`
        )}
      </tbody>
      <tfoot>
        <tr>
          <th>${words.label('total')}</th>
          ${states.map((state) => number(summary.counts[state]))} ${number(run.size)}
        </tr>
      </tfoot>
    </table>
  </section>`
}
