import { parentPort, workerData } from 'node:worker_threads'
import { readPeople } from './read-people'
import { BATCHES_AHEAD, type FromImportWorker, type ImportWorkerData } from './worker-messages'

// The thread in which files are read: parsing, decoding and phone numbers would hold up everything else for seconds.

const port = parentPort
if (port !== null) void run(port)

async function run(to: NonNullable<typeof parentPort>): Promise<void> {
  const tell = (message: FromImportWorker) => to.postMessage(message)
  let credit = BATCHES_AHEAD
  let wake: () => void = () => undefined
  to.on('message', () => {
    credit += 1
    wake()
  })
  const people = readPeople(workerData as ImportWorkerData, new AbortController().signal)
  for (;;) {
    const { value, done } = await people.next()
    if (done === true) {
      tell({ type: 'end', result: value })
      break
    }
    tell({ type: 'batch', people: JSON.stringify(value.people), readBytes: value.readBytes })
    credit -= 1
    while (credit === 0) await new Promise<void>((resume) => (wake = resume))
  }
  to.close()
}
