import { createEngine } from '../../engine/engine'
import { takeFolder } from '../folder-lock'
import { takeGivenSecrets } from '../given-secrets'
import { openMachineMemory } from '../machine-memory'
import { printLog } from '../print-log'
import { terminalText } from '../start-problem/start-problem'
import { bugText, complain } from '../terminal'

export interface HeadlessConfig {
  readonly dataDir: string
  /** Where this computer remembers its data folders. */
  readonly machineDir: string
  /** Ends the process. */
  readonly exit: (status: number) => void
}

export interface Headless {
  readonly reportBug: (error: unknown) => void
  /** Lets what is under way end, then ends the process with status 0. */
  readonly stop: () => void
}

/**
 * Runs the engine without a window: log lines on stdout, stopped by a signal. Needs no Electron. Null when another Loa
 * has the folder: the process ends.
 */
export async function runHeadless({ dataDir, machineDir, exit }: HeadlessConfig): Promise<Headless | null> {
  if (!takeFolder(dataDir)) {
    complain(terminalText({ kind: 'folder_in_use', folder: dataDir }))
    exit(1)
    return null
  }
  const machine = await openMachineMemory(machineDir)
  const secrets = { given: takeGivenSecrets(process.env) }
  const engine = await createEngine({ folder: dataDir, machine, secrets })
  printLog(engine)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void engine.stop().then(() => exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  await engine.start()
  return { reportBug: (error) => engine.log.log({ type: 'app', level: 'error', text: bugText(error) }), stop }
}
