/** The look of a printed report: A4, dark on white; the parts of the bar can be told apart without colours. */
export const DOCUMENT_STYLE = `
:root {
  --ink: #1d1b18; --soft: #645f57; --line: #dedad2; --sunken: #f7f5f1; --accent: #4338a8;
  --sent: #1f7a47; --failed: #c22f2a; --unknown: #93298b; --skipped: #a8a297; --sending: #4338a8; --queued: #cfcbc3;
}
* { box-sizing: border-box; }
@page { size: A4; }
body {
  margin: 0; color: var(--ink); background: #fff;
  font: 9.5pt/1.45 "Segoe UI", "Helvetica Neue", "Noto Sans", system-ui, "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
  -webkit-print-color-adjust: exact;
}
p, ul, dl, h1, h2 { margin: 0; padding: 0; }
header { position: relative; padding-bottom: 10pt; border-bottom: 1.5pt solid var(--accent); }
.brand { position: absolute; top: 0; right: 0; font-size: 13pt; font-weight: 700; color: var(--accent); }
.kind { font-size: 8pt; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; color: var(--accent); }
h1 { margin: 2pt 60pt 3pt 0; font-size: 20pt; line-height: 1.2; font-weight: 650; }
.when { color: var(--soft); }
.mark { margin-top: 10pt; padding: 7pt 10pt; border-left: 3pt solid; break-inside: avoid; }
.mark.busy { background: #eeedfb; border-color: #4338a8; }
.mark.caution { background: #fdf0d4; border-color: #b06f00; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8pt 16pt; margin-top: 12pt; }
.facts div { break-inside: avoid; min-width: 0; }
dt { font-size: 7.5pt; color: var(--soft); }
dd { margin: 0; }
.facts .wide { grid-column: span 2; }
.id dd { font: 8pt/1.5 Consolas, Menlo, "DejaVu Sans Mono", monospace; }
section { margin-top: 18pt; }
h2 { margin-bottom: 6pt; font-size: 12pt; font-weight: 650; break-after: avoid; }
.hint { margin-top: 5pt; font-size: 8pt; color: var(--soft); }
.outcome { break-inside: avoid; }
.figure { font-size: 11pt; }
.figure strong { font-size: 20pt; line-height: 1.2; font-weight: 650; }
.figure .share { float: right; font-size: 20pt; line-height: 1.45; font-weight: 650; color: var(--ink); }
.share { color: var(--soft); }
.bar { display: flex; gap: 1pt; height: 14pt; margin: 6pt 0 8pt; overflow: hidden; border-radius: 3pt; }
.bar .part { flex: 0 0 2.5pt; }
.part.sent { background: var(--sent); }
.part.failed { background: var(--failed); }
.part.unknown { background: repeating-linear-gradient(135deg, var(--unknown) 0 2.5pt, #d9a6d4 2.5pt 5pt); }
.part.skipped { background: var(--skipped); }
.part.sending { background: var(--sending); }
.part.queued { background: var(--queued); }
.legend { display: flex; flex-wrap: wrap; gap: 3pt 12pt; list-style: none; }
.legend .part, td .part {
  display: inline-block; width: 7pt; height: 7pt; margin-right: 4pt; border-radius: 1.5pt; vertical-align: -0.3pt;
}
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
th, td { padding: 4pt 6pt; text-align: start; vertical-align: top; border-bottom: 0.5pt solid var(--line); }
tr > :first-child { padding-left: 0; }
tr > :last-child { padding-right: 0; }
tr { break-inside: avoid; }
thead th { font-size: 7.5pt; font-weight: 600; color: var(--soft); vertical-align: bottom; border-color: #b9b4aa; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 650; border-bottom: 0; }
.number { text-align: end; white-space: nowrap; }
.reasons td:nth-child(1) { width: 15%; white-space: nowrap; }
.reasons td:nth-child(2) { width: 25%; }
.reasons td:nth-child(3) { width: 9%; }
.channels { break-after: avoid; margin-top: 6pt; font-size: 8pt; font-weight: 600; color: var(--soft); }
.text {
  margin-top: 3pt; padding: 8pt 10pt; white-space: pre-wrap; unicode-bidi: plaintext;
  background: var(--sunken); border-left: 2pt solid var(--line); break-inside: avoid;
}
.seal { padding: 10pt 12pt; border: 0.75pt solid var(--line); border-radius: 4pt; break-inside: avoid; }
.digits {
  display: grid; grid-template-columns: repeat(4, auto); gap: 1pt 12pt; justify-content: start;
  margin-bottom: 6pt; font: 11pt/1.4 Consolas, Menlo, "DejaVu Sans Mono", monospace;
}
code { font: 8.5pt Consolas, Menlo, "DejaVu Sans Mono", monospace; color: var(--ink); }
.list table { margin-top: 6pt; font-size: 8pt; }
.list th, .list td { padding-top: 3pt; padding-bottom: 3pt; }
.list td:nth-child(1) { width: 21%; }
.list td:nth-child(2) { width: 11%; }
.list td:nth-child(3) { width: 16%; }
.list .state { width: 11%; white-space: nowrap; }
.list .time { width: 17%; white-space: nowrap; }
.nobody { color: var(--soft); font-style: italic; }
.said { font-size: 7pt; color: var(--soft); }
.more { margin-top: 8pt; font-weight: 600; }
`
