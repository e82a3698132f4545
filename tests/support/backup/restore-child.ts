import fs from 'node:fs/promises'
import { applyRestore } from '../../../src/engine/backup/apply-restore'

// Finishes a restore in a process that kills itself before one of its steps on the disk: the test says which.

const [folder = '', killAt = ''] = process.argv.slice(2)
let steps = 0

const step = (): void => {
  steps += 1
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL')
}

const disk = fs as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
for (const name of ['rename', 'rm', 'mkdir', 'open', 'link', 'writeFile']) {
  const own = disk[name]
  if (own === undefined) throw new Error(`The disk has no ${name}`)
  disk[name] = (...args) => {
    step()
    return own.apply(fs, args)
  }
}

void applyRestore(folder, Date.now()).then(({ kind }) => process.stdout.write(`${kind} ${steps}`))
