/** @typedef {{ passed: number, failed: number }} TestCount */

/**
 * Counts the report of vitest's json reporter. A file that could not even be loaded has no tests and counts as one
 * failure.
 * @param {any} report
 * @returns {TestCount}
 */
export function countVitest(report) {
  const files = /** @type {any[]} */ (report.testResults)
  const broken = files.filter(
    (file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed')
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/**
 * Counts the report of Playwright's json reporter. A flaky test passed in the end; an error outside of every test
 * (a file that does not load, a worker that dies) counts as one failure.
 * @param {any} report
 * @returns {TestCount}
 */
export function countPlaywright(report) {
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length }
}

/**
 * The true count of one runner. Whoever crashed, left no readable report, ended with a status that the report does not
 * explain, or ran nothing at all, counts as one failure.
 * @param {number} exitStatus
 * @param {() => TestCount} readCount may throw
 * @returns {TestCount}
 */
export function settleCount(exitStatus, readCount) {
  try {
    const { passed, failed } = readCount()
    const unexplained = failed === 0 && (exitStatus !== 0 || passed === 0)
    if (!Number.isInteger(passed + failed)) return { passed: 0, failed: 1 }
    return { passed, failed: unexplained ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
