import { handleInterrupts } from './interrupts.mjs'
import { describeFailure } from '../set-up/setup-error.mjs'

/**
 * Runs a script's main function and exits with the status it resolves to (nothing = 0), or with 1 and a plain
 * message when it fails.
 * @param {() => Promise<number | void>} main
 */
export function runMain(main) {
  handleInterrupts()
  main().then(
    (status) => process.exit(status ?? 0),
    (error) => {
      process.stderr.write(`\n${describeFailure(error)}\n`)
      process.exit(1)
    }
  )
}
