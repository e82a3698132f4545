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

/** What nobody caught, as the log and the terminal show it. */
export const bugText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
