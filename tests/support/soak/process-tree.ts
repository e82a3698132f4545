import { readdir, readFile } from 'node:fs/promises'

/** What Linux knows about one process of the app. */
export interface ProcessFigures {
  readonly pid: number
  /** `main`, or what Chromium calls it: `renderer`, `gpu-process`, `utility`, `zygote`. */
  readonly type: string
  readonly rssMb: number
  /** Open files, sockets and pipes. */
  readonly descriptors: number
  /** Processor time since it began, milliseconds. */
  readonly cpuMs: number
}

/** Linux counts processor time in hundredths of a second on every machine that Node runs on. */
const MS_PER_TICK = 10
const PAGE_BYTES = 4096

/** The app's main process and everything that it started. Reads /proc, so nothing in the app wakes up for it. */
export async function processTree(mainPid: number): Promise<ProcessFigures[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = new Map<number, string[]>()
  for (const pid of pids) {
    // Only what follows the name in brackets, which may hold spaces: state, parent, ...
    const text = await textOf(`/proc/${pid}/stat`)
    stats.set(pid, text.slice(text.lastIndexOf(')') + 2).split(' '))
  }
  const family = [mainPid]
  for (const parent of family) {
    for (const [pid, stat] of stats) if (Number(stat[1]) === parent) family.push(pid)
  }
  return Promise.all(family.map((pid) => figuresOf(pid, pid === mainPid, stats.get(pid) ?? [])))
}

async function figuresOf(pid: number, isMain: boolean, stat: readonly string[]): Promise<ProcessFigures> {
  const commandLine = await textOf(`/proc/${pid}/cmdline`)
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => [])
  return {
    pid,
    type: isMain ? 'main' : (/--type=([\w-]+)/.exec(commandLine)?.[1] ?? 'other'),
    rssMb: (Number(stat[21] ?? 0) * PAGE_BYTES) / 2 ** 20,
    descriptors: descriptors.length,
    cpuMs: (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) * MS_PER_TICK
  }
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')
