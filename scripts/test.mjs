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
import { countPlaywright, countVitest, settleCount } from './launch/test-results.mjs'

/** @typedef {import('./launch/test-results.mjs').TestCount} TestCount */

runMain(async () => {
  await ensureReady({ build: true, tests: true })
  /** @type {TestCount} */
  const total = { passed: 0, failed: 0 }
  for (const [title, run] of Object.entries({
    Check: check,
    'Unit and integration': vitest,
    'End to end': playwright
  })) {
    console.log(`\n=== ${title}\n`)
    const { passed, failed } = await run()
    const signal = interruptedBy()
    if (signal) return signalStatus(signal)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})

/** Formatting, lint rules, types and the like: no tests, so only a failure counts. @returns {Promise<TestCount>} */
async function check() {
  const npm = npmCommand(['run', 'check'])
  const status = await runInForeground(npm.command, npm.args)
  return { passed: 0, failed: status === 0 ? 0 : 1 }
}

/** @returns {Promise<TestCount>} */
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
    return settleCount(status, () => countVitest(readReport(reportFile)))
  })
}

/** @returns {Promise<TestCount>} */
function playwright() {
  return withReport(async (reportFile) => {
    const program = localProgram('playwright', ['test', '--reporter=list,json'])
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }
    const status = await runOnDesktop(program.command, program.args, { env })
    return settleCount(status, () => countPlaywright(readReport(reportFile)))
  })
}

/**
 * @param {(reportFile: string) => Promise<TestCount>} run
 * @returns {Promise<TestCount>}
 */
function withReport(run) {
  return withTemporaryFolder(tmpdir(), 'loa-test-', (folder) => run(join(folder, 'report.json')))
}

/** @param {string} file */
function readReport(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
