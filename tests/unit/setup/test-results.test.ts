import { expect, it } from 'vitest'
import { countPlaywright, countVitest, settleCount } from '../../../scripts/launch/test-results.mjs'

const ok = () => ({ passed: 3, failed: 0 })

it('counts vitest tests, and a file that did not load as one failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] }
    ]
  }
  expect(countVitest(report)).toEqual({ passed: 7, failed: 3 })
})

it('counts Playwright tests: flaky ones passed, errors outside of tests failed, skipped ones neither', () => {
  const report = {
    stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 4 },
    errors: [{ message: 'worker died' }]
  }
  expect(countPlaywright(report)).toEqual({ passed: 6, failed: 3 })
})

it('keeps a count that the exit status agrees with', () => {
  expect(settleCount(0, ok)).toEqual({ passed: 3, failed: 0 })
  expect(settleCount(1, () => ({ passed: 3, failed: 2 }))).toEqual({ passed: 3, failed: 2 })
})

it.each([
  ['ends with an error that no test explains', 1, ok, { passed: 3, failed: 1 }],
  ['is killed', 137, ok, { passed: 3, failed: 1 }],
  ['runs nothing', 0, () => ({ passed: 0, failed: 0 }), { passed: 0, failed: 1 }],
  ['reports no numbers', 0, () => ({ passed: Number.NaN, failed: 0 }), { passed: 0, failed: 1 }],
  ['leaves half a report', 0, () => countVitest(JSON.parse('{"numPassedTests":')), { passed: 0, failed: 1 }],
  ['leaves another report', 0, () => countPlaywright({}), { passed: 0, failed: 1 }]
])('counts one failure when a runner %s', (_, status, read, count) => {
  expect(settleCount(status, read)).toEqual(count)
})
