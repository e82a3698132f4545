import type { Engine } from '../engine/engine'
import { plainLine } from '../shared/domain/log-line'

/** The log on stdout, from the next line on. */
export function printLog(engine: Engine): void {
  engine.log.subscribe((line) => process.stdout.write(plainLine(line) + '\n'))
}

/** Says on stderr why the app cannot go on; it has no log yet. */
export function complain(text: string): void {
  process.stderr.write(text + '\n')
}

/** What nobody caught, as the log and the terminal show it. Anything can be thrown, also what has no text. */
export function bugText(error: unknown): string {
  try {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  } catch {
    return 'Something without a text was thrown'
  }
}
