import { channelsByText } from '../../../engine/reports/channels-by-text'
import { html, type Markup } from './markup'
import type { RunDocument } from './run-document'

/** What was said, before anything was filled in; once when all channels said the same. */
export function messageSection({ run, t, words }: RunDocument): Markup {
  const texts = channelsByText(run)
  if (texts.length === 0) return html``
  return html`<section>
    <h2>${t('document.texts')}</h2>
    ${texts.map(
      ({ channels, text }) =>
        html`<p class="channels">${channels.map(words.channel).join(', ')}</p>
          <div class="text" dir="auto">${text.replaceAll('\r\n', '\n')}</div>`
    )}
    <p class="hint">${t('document.texts_hint')}</p>
  </section>`
}
