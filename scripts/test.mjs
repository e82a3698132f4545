import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { interruptedBy, signalStatus } from './launch/interrupts.mjs'
import { localProgram } from './launch/local-program.mjs'
import { runMain } from './launch/main-script.mjs'
import { npmCommand } from './set-up/npm-command.mjs'
import { runInForeground } from './launch/run-in-foreground.mjs'
import { runOnDesktop } from './launch/run-on-desktop.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { withTemporaryFolder } from './set-up/temporary-folder.mjs'
import { readPlaywright, readVitest, settleOutcome } from './launch/test-results.mjs'

/** @typedef {import('./launch/test-results.mjs').TestOutcome} TestOutcome */

runMain(async () => {
  await ensureReady({ build: true, tests: true })
  /** @type {TestOutcome[]} */
  const outcomes = []
  for (const [title, run] of Object.entries({
    Check: check,
    'Unit and integration': vitest,
    'End to end': playwright
  })) {
    console.log(`\n=== ${title}\n`)
    outcomes.push(await run())
    const signal = interruptedBy()
    if (signal) return signalStatus(signal)
  }
  const failures = outcomes.flatMap((outcome) => outcome.failures)
  tell(
    'Passed only when tried again',
    outcomes.flatMap((outcome) => outcome.flaky)
  )
  tell('Failed', failures)
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  console.log(`\n${passed} passed, ${failures.length} failed`)
  return failures.length === 0 ? 0 : 1
})

/**
 * Says again at the end what scrolled by long ago.
 * @param {string} title
 * @param {string[]} lines
 */
function tell(title, lines) {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`)
}

/** Formatting, lint rules, types and the like: no tests, so only a failure counts. @returns {Promise<TestOutcome>} */
async function check() {
  const npm = npmCommand(['run', 'check'])
  const status = await runInForeground(npm.command, npm.args)
  return { passed: 0, failures: status === 0 ? [] : ['npm run check'], flaky: [] }
}

/** @returns {Promise<TestOutcome>} */
function vitest() {
  return withReport(async (reportFile) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
    const program = localProgram('vitest', [
      'run',
      '--project',
      'unit',
      '--project',
      'integration',
      ...reporters
    ])
    const status = await runInForeground(program.command, program.args)
    return settleOutcome('Vitest', status, () => readVitest(readReport(reportFile)))
  })
}

/** @returns {Promise<TestOutcome>} */
function playwright() {
  return withReport(async (reportFile) => {
    const program = localProgram('playwright', ['test', '--reporter=list,json'])
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }
    const status = await runOnDesktop(program.command, program.args, { env })
    return settleOutcome('Playwright', status, () => readPlaywright(readReport(reportFile)))
  })
}

/**
 * @param {(reportFile: string) => Promise<TestOutcome>} run
 * @returns {Promise<TestOutcome>}
 */
function withReport(run) {
  return withTemporaryFolder(tmpdir(), 'loa-test-', (folder) => run(join(folder, 'report.json')))
}

/** @param {string} file */
function readReport(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
