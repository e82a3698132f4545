import { readdir, readFile } from 'node:fs/promises'

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
