/**
 * What came of one runner: how many tests passed, one line for each failure, and one for each test that passed only when it
 * was tried again, which Playwright does where CI runs.
 * @typedef {{ passed: number, failures: string[], flaky: string[] }} TestOutcome
 */

/**
 * Reads the report of vitest's json reporter. A file that could not even be loaded has no tests and is one failure.
 * @param {any} report
 * @returns {TestOutcome}
 */
export function readVitest(report) {
  const failures = []
  for (const file of /** @type {any[]} */ (report.testResults)) {
    const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
    for (const test of failed) failures.push(line(file.name, test.fullName, test.failureMessages?.[0]))
    if (file.status === 'failed' && failed.length === 0) failures.push(line(file.name, '', file.message))
  }
  return { passed: report.numPassedTests, failures, flaky: [] }
}

/**
 * Reads the report of Playwright's json reporter. A flaky test passed in the end; an error outside of every test (a file that
 * does not load, a worker that dies) is one failure.
 * @param {any} report
 * @returns {TestOutcome}
 */
export function readPlaywright(report) {
  const { expected, flaky } = report.stats
  const specs = specsOf(report)
  return {
    passed: expected + flaky,
    failures: [
      ...linesOf(specs, 'unexpected'),
      ...report.errors.map((/** @type {any} */ error) => line('', '', error.message))
    ],
    flaky: linesOf(specs, 'flaky')
  }
}

/**
 * What truly came of one runner. Whoever crashed, left no readable report, ended with a status that the report does not
 * explain, or ran nothing at all, is one failure.
 * @param {string} runner its name, for the line
 * @param {number} exitStatus
 * @param {() => TestOutcome} readOutcome may throw
 * @returns {TestOutcome}
 */
export function settleOutcome(runner, exitStatus, readOutcome) {
  try {
    const outcome = readOutcome()
    if (!Number.isInteger(outcome.passed)) return unreadable(runner, exitStatus)
    const unexplained = outcome.failures.length === 0 && (exitStatus !== 0 || outcome.passed === 0)
    if (!unexplained) return outcome
    const why =
      outcome.passed === 0
        ? 'ran no test'
        : `ended with status ${String(exitStatus)}, which no failed test explains`
    return { ...outcome, failures: [`${runner} ${why}`] }
  } catch {
    return unreadable(runner, exitStatus)
  }
}

/**
 * @param {string} runner
 * @param {number} exitStatus
 * @returns {TestOutcome}
 */
function unreadable(runner, exitStatus) {
  const failure = `${runner} left no report that can be read (status ${String(exitStatus)})`
  return { passed: 0, failures: [failure], flaky: [] }
}

/**
 * Every spec of a report or suite, those of the suites within it, too.
 * @param {any} suite
 * @returns {any[]}
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

/**
 * @param {any[]} specs
 * @param {string} status of a test that is wanted
 */
function linesOf(specs, status) {
  return specs.flatMap((spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === status)
      .map((/** @type {any} */ test) =>
        line(
          spec.file,
          spec.title,
          test.results.find((/** @type {any} */ tried) => tried.error)?.error.message
        )
      )
  )
}

/**
 * @param {string} file
 * @param {string} title
 * @param {string | undefined} message of which the first line is told
 */
function line(file, title, message) {
  const firstLine = (message ?? '').split('\n').find((text) => text.trim() !== '')
  return [file, title, firstLine?.trim()].filter(Boolean).join(' › ')
}
