import { parseArgs } from 'node:util'
import { WrongSecret } from '../given-secrets'
import { guardProcess } from '../process-guards'
import { bugText, complain } from '../terminal'
import { runHeadless } from './run-headless'

// Headless on Linux, in plain Node: started by node-host.ts, with everything that only Electron knows as a flag.

const HOST_POLL_MS = 500

let report = (error: unknown): void => complain(bugText(error))
guardProcess((error) => report(error))

const { values } = parseArgs({
  strict: true,
  options: {
    'data-dir': { type: 'string', default: '' },
    'machine-dir': { type: 'string', default: '' },
    /** The process id of the host. */
    host: { type: 'string', default: '' }
  }
})

async function main(): Promise<void> {
  const headless = await runHeadless({
    dataDir: values['data-dir'],
    machineDir: values['machine-dir'],
    exit: (status) => process.exit(status)
  })
  if (headless === null) return
  report = headless.reportBug
  stopWithHost(Number(values.host), headless.stop)
}

/** Whoever kills the process that was started means this one as well. */
function stopWithHost(host: number, stop: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === host) return
    clearInterval(timer)
    stop()
  }, HOST_POLL_MS)
}

main().catch((error: unknown) => {
  complain(error instanceof WrongSecret ? error.message : bugText(error))
  process.exit(1)
})
