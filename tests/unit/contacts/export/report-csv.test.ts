import { expect, it } from 'vitest'
import { reportLines } from '../../../../src/engine/contacts/export/report-csv'
import type { RowReport } from '../../../../src/shared/domain/contact-import'

it('the report of an import is a sheet with a reason for each row', () => {
  const rows: readonly RowReport[] = [
    { row: 2, outcome: 'rejected', name: '=An', problems: [{ code: 'nothing_in_it' }] },
    { row: 7, outcome: 'added', name: 'Nguyễn', problems: [] }
  ]
  const lines = reportLines(rows, ({ outcome, problems }) => ({
    outcome: outcome.toUpperCase(),
    problems: problems.map(({ code }) => `${code}, "sorry"`).join('; ')
  }))
  expect([...lines].join('')).toBe(
    '\uFEFFrow,result,name,reason\r\n' +
      '2,REJECTED,\'=An,"nothing_in_it, ""sorry"""\r\n' +
      '7,ADDED,Nguyễn,\r\n'
  )
})
