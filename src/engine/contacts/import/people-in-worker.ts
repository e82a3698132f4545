import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Result } from '../../../shared/result'
import type { PeopleBatch, PeopleEnd, PeopleReader } from './read-people'
import type { SourceFailure } from './readers/source'
import type { FromImportWorker } from './worker-messages'

/** Almost everything that is read is garbage a moment later: with V8's own few MiB a third of the time is collecting it. */
const YOUNG_MIB = 64

/**
 * Reads people in a thread of its own; the end of the thread is the end of the generator.
 *
 * @param script the built import-worker.ts; read here, because workers may not see into an asar archive
 */
export function peopleInWorker(script: string): PeopleReader {
  return async function* (order, signal): AsyncGenerator<PeopleBatch, Result<PeopleEnd, SourceFailure>> {
    const worker = new Worker(readFileSync(script, 'utf8'), {
      eval: true,
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB }
    })
    const waiting: FromImportWorker[] = []
    const broken: Error[] = []
    let wake: () => void = () => undefined
    const fail = (error: Error) => {
      broken.push(error)
      wake()
    }
    worker.on('message', (message: FromImportWorker) => {
      waiting.push(message)
      wake()
    })
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('The import thread ended early')))
    const stop = () => wake()
    signal.addEventListener('abort', stop)
    try {
      for (;;) {
        if (signal.aborted) return { ok: true, value: { records: 0 } }
        const message = waiting.shift()
        if (message?.type === 'end') return message.result
        if (message?.type === 'batch') {
          const people = JSON.parse(message.people) as PeopleBatch['people']
          yield { people, readBytes: message.readBytes }
          worker.postMessage('go on')
          continue
        }
        // A thread that broke is a bug, not a bad file; whoever called reports it.
        if (broken[0] !== undefined) throw broken[0]
        await new Promise<void>((resume) => (wake = resume))
      }
    } finally {
      signal.removeEventListener('abort', stop)
      await worker.terminate()
    }
  }
}
