import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRecord } from '../../../scripts/bench/record.mjs'
import { ROWS } from '../../../scripts/bench/rows.mjs'
import { goalText, isMet, ratioText } from '../../../scripts/bench/table.mjs'

const book = readFileSync(join(process.cwd(), 'docs', 'performance.md'), 'utf8')

/** The cells of every line of the table, by the name of its row. */
const lines = new Map(
  book
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => [cells[1]?.split(':')[0] ?? '', cells])
)

describe('docs/performance.md', () => {
  it.each(ROWS.map((row) => [row.name, row] as const))('%s is there as it is on record', (name, row) => {
    const cells = lines.get(name)
    const figure = readRecord().figures[name]
    expect(cells?.slice(5, 8)).toEqual([
      goalText(row.goal),
      figure === undefined ? 'not measured' : isMet(row.goal, figure.ratio) ? 'met' : '**missed**',
      String(row.margin)
    ])
    expect(cells?.[4]).toBe(figure === undefined ? '' : ratioText(figure.ratio))
  })

  it('says something about each goal that is missed', () => {
    const missed = ROWS.filter(({ name, goal }) => {
      const figure = readRecord().figures[name]
      return figure !== undefined && !isMet(goal, figure.ratio)
    })
    const prose = book.slice(book.indexOf('## Goals that are missed'))
    expect(missed.map(({ name }) => name).filter((name) => !prose.includes(`\`${name}\``))).toEqual([])
  })

  it('holds no row that is measured no more', () => {
    const names = new Set(ROWS.map(({ name }) => name))
    expect(Object.keys(readRecord().figures).filter((name) => !names.has(name))).toEqual([])
  })
})
