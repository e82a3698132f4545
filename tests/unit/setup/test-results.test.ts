import { expect, it } from 'vitest'
import { readPlaywright, readVitest, settleOutcome } from '../../../scripts/launch/test-results.mjs'

const outcome = (passed: number, ...failures: string[]) => ({ passed, failures, flaky: [] })
const ok = () => outcome(3)

it('names the failed tests of vitest, and a file that did not load', () => {
  const report = {
    numPassedTests: 7,
    testResults: [
      { name: '/a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
      {
        name: '/b.test.ts',
        status: 'failed',
        assertionResults: [
          {
            status: 'failed',
            fullName: 'a run ends',
            failureMessages: ['\nError: it did not\n    at b.test.ts']
          },
          { status: 'failed', fullName: 'a run begins' }
        ]
      },
      { name: '/c.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] }
    ]
  }
  expect(readVitest(report)).toEqual({
    passed: 7,
    failures: [
      '/b.test.ts › a run ends › Error: it did not',
      '/b.test.ts › a run begins',
      '/c.test.ts › Cannot find x'
    ],
    flaky: []
  })
})

it('names the failed tests of Playwright: flaky ones passed, errors outside of tests failed, skipped ones neither', () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status, results: messages.map((message) => (message === '' ? {} : { error: { message } })) }]
  })
  const report = {
    stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 1 },
    errors: [{ message: 'worker died' }],
    suites: [
      {
        specs: [spec('one', 'unexpected', 'Error: x\nat a'), spec('two', 'flaky', 'Error: y', '')],
        suites: [{ specs: [spec('three', 'unexpected', 'Error: z'), spec('four', 'skipped')] }]
      }
    ]
  }
  expect(readPlaywright(report)).toEqual({
    passed: 6,
    failures: ['a.spec.ts › one › Error: x', 'a.spec.ts › three › Error: z', 'worker died'],
    flaky: ['a.spec.ts › two › Error: y']
  })
})

it('keeps an outcome that the exit status agrees with', () => {
  expect(settleOutcome('Vitest', 0, ok)).toEqual(outcome(3))
  expect(settleOutcome('Vitest', 1, () => outcome(3, 'a', 'b'))).toEqual(outcome(3, 'a', 'b'))
})

it.each([
  [
    'ends with an error that no test explains',
    1,
    ok,
    3,
    'ended with status 1, which no failed test explains'
  ],
  ['is killed', 137, ok, 3, 'ended with status 137, which no failed test explains'],
  ['runs nothing', 0, () => outcome(0), 0, 'ran no test'],
  ['reports no numbers', 0, () => outcome(NaN), 0, 'left no report that can be read (status 0)'],
  [
    'leaves half a report',
    1,
    () => readVitest(JSON.parse('{"numPassedTests":')),
    0,
    'left no report that can be read (status 1)'
  ],
  ['leaves another report', 0, () => readPlaywright({}), 0, 'left no report that can be read (status 0)']
])('counts one failure when a runner %s', (_, status, read, passed, why) => {
  expect(settleOutcome('Vitest', status, read)).toEqual(outcome(passed, `Vitest ${why}`))
})
