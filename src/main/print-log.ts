import type { Engine } from '../engine/engine'
import { plainLine } from '../shared/domain/log-line'
import { print } from './terminal'

/** The log on stdout, from the next line on. */
export function printLog(engine: Engine): void {
  engine.log.subscribe((line) => print(plainLine(line)))
}
