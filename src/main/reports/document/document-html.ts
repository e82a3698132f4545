import { channelTable } from './channel-table'
import { DOCUMENT_STYLE } from './document-style'
import { documentHead } from './document-head'
import { html, Markup } from './markup'
import { messageSection } from './message-section'
import { notSentList } from './not-sent-list'
import { outcomeSection } from './outcome-section'
import { reasonTable } from './reason-table'
import type { RunDocument } from './run-document'
import { sealSection } from './seal-section'

/** No script, no picture, no address: what is written in the document is all that it can show. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** A run as a document to print: a whole HTML page that needs nothing else. */
export function documentHtml(document: RunDocument): string {
  const { run, t, formats } = document
  const title = `${run.summary.campaign_name} – ${t('document.title')}`
  return html`<!doctype html>
    <html lang="${formats.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
        <title>${title}</title>
        <style>
          ${new Markup(DOCUMENT_STYLE)}
        </style>
      </head>
      <body>
        ${documentHead(document)} ${outcomeSection(document)} ${channelTable(document)}
        ${reasonTable(document)} ${messageSection(document)} ${sealSection(document)} ${notSentList(document)}
      </body>
    </html>`.text
}
