import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../electron/electron-runtime.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { ROWS } from './rows.mjs'
import { tableText } from './table.mjs'

/** @typedef {import('./table.mjs').Figures} Figures */

const BOOK = join(projectRoot, 'docs', 'performance.md')
const RECORD = join(projectRoot, 'docs', 'performance.json')
const BEGIN = '<!-- written by npm run bench -- --write -->'
const END = '<!-- until here -->'

/** What stands on record. @returns {{ machine: string, date: string, figures: Figures }} */
export const readRecord = () =>
  existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : { machine: '', date: '', figures: {} }

/** The recorded ratios, by the name of their row. */
export const recordedRatios = () =>
  Object.fromEntries(Object.entries(readRecord().figures).map(([name, { ratio }]) => [name, ratio]))

/**
 * Puts figures on record, in docs/performance.json and in the table of docs/performance.md. Rows that were not measured this
 * time stay as they were.
 * @param {Figures} measured
 * @param {string} date
 */
export async function writeRecord(measured, date) {
  const { format } = await import('prettier')
  const figures = { ...readRecord().figures, ...rounded(measured) }
  const known = ROWS.flatMap(({ name }) => (figures[name] === undefined ? [] : [[name, figures[name]]]))
  const record = { machine: machine(), date, figures: Object.fromEntries(known) }
  const style = {
    printWidth: 110,
    singleQuote: true,
    semi: false,
    trailingComma: /** @type {const} */ ('none')
  }
  writeFileSync(RECORD, await format(JSON.stringify(record), { ...style, parser: 'json' }))
  const text = readFileSync(BOOK, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`There is no place for the table in ${BOOK}`)
  const written = `${BEGIN}\n\n${record.machine}; ${date}.\n\n${tableText(ROWS, record.figures)}\n\n${END}`
  writeFileSync(BOOK, await format(`${before}${written}${after}`, { ...style, parser: 'markdown' }))
}

/** @param {Figures} figures @returns {Figures} */
const rounded = (figures) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, { loa, floor, ratio, unit }]) => [
      name,
      { loa: digits(loa), floor: digits(floor), ratio: digits(ratio), unit }
    ])
  )

/** @param {number} value */
const digits = (value) => Number(value.toPrecision(4))

function machine() {
  const [{ model } = { model: 'unknown processor' }, ...others] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const system = `${process.platform} ${process.arch}`
  return `${others.length + 1} × ${model.trim()}, ${memory} GiB, ${system}, Electron ${findElectron()?.version}`
}
