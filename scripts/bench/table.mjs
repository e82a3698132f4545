/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {import('./rows.mjs').Goal} Goal */

/**
 * What was measured of a row.
 * @typedef {object} Figure
 * @property {number} loa
 * @property {number} floor
 * @property {number} ratio the median of the rounds' own ratios, which need not be that of the two medians
 * @property {string} unit of the first two
 */

/** By the name of its row. @typedef {Readonly<Record<string, Figure>>} Figures */

/** @param {Goal} goal @param {number} ratio */
export const isMet = (goal, ratio) => ('atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast)

/**
 * Is a ratio worse than the recorded one by more than the row's margin? Better is never a fault.
 * @param {Pick<Row, 'goal' | 'margin'>} row
 * @param {number} ratio
 * @param {number} recorded
 */
export function isRegression({ goal, margin }, ratio, recorded) {
  const worseBy = 'atMost' in goal ? ratio - recorded : recorded - ratio
  // What differs in the last bit of a sum is no regression. A ratio that is no number is one.
  return !(worseBy <= margin + 1e-9)
}

/**
 * The rows that got worse, each with what it was and what it is.
 * @param {readonly Row[]} rows
 * @param {Figures} measured
 * @param {Readonly<Record<string, number>>} recorded ratios by the name of their row; one without is new, and fine
 */
export const regressions = (rows, measured, recorded) =>
  rows.flatMap((row) => {
    const was = recorded[row.name]
    const is = measured[row.name]?.ratio
    if (was === undefined || is === undefined || !isRegression(row, is, was)) return []
    return [`${row.name}: ${ratioText(is)}, recorded ${ratioText(was)}, margin ${ratioText(row.margin)}`]
  })

/** Three digits that mean something. @param {number} ratio */
export const ratioText = (ratio) =>
  Number.isFinite(ratio) ? String(Number(ratio.toPrecision(ratio >= 1000 ? 4 : 3))) : 'none'

/** @param {number} value @param {string} unit */
const valueText = (value, unit) =>
  `${value >= 1000 ? Math.round(value).toLocaleString('en') : ratioText(value)}${unit && ` ${unit}`}`

/** @param {Goal} goal */
export const goalText = (goal) =>
  'atMost' in goal ? `≤ ${ratioText(goal.atMost)}` : `≥ ${ratioText(goal.atLeast)}`

const HEADINGS = ['row', 'Loa', 'floor', 'ratio', 'goal', '', 'margin']

/** @param {Row} row @param {Figure | undefined} figure */
function cells({ name, what, floor, goal, margin }, figure) {
  const named = `${name}: ${what}`
  if (figure === undefined) return [named, '', floor, '', goalText(goal), 'not measured', String(margin)]
  const { loa, ratio, unit } = figure
  return [
    named,
    valueText(loa, unit),
    `${floor}: ${valueText(figure.floor, unit)}`,
    ratioText(ratio),
    goalText(goal),
    isMet(goal, ratio) ? 'met' : '**missed**',
    String(margin)
  ]
}

/**
 * The table in Markdown, which is what the terminal shows too.
 * @param {readonly Row[]} rows
 * @param {Figures} measured
 */
export function tableText(rows, measured) {
  const lines = [HEADINGS, HEADINGS.map(() => '---'), ...rows.map((row) => cells(row, measured[row.name]))]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}
