import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** The process ids whose command line holds a text: every process of an app that was given this data folder. */
export async function processesWith(text: string): Promise<number[]> {
  const found: number[] = []
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue
    const commandLine = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')
    if (commandLine.includes(text)) found.push(Number(entry))
  }
  return found
}

/**
 * Kills every process whose command line holds a text and waits until none is left: the children of an app that was
 * killed write on for a moment, also into folders that are being removed.
 */
export async function killAllWith(text: string): Promise<void> {
  for (;;) {
    const left = await processesWith(text)
    if (left.length === 0) return
    for (const pid of left) killIfThere(pid)
    await sleep(20)
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
