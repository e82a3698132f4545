import { setTimeout as wait } from 'node:timers/promises'
import type { Series } from './leaks'
import type { OwnFigures, ProbedApp } from './probed-app'
import { processTree } from './process-tree'

/**
 * What is watched, and how much of it may come with each run: Loa keeps a summary of every run, and its log lines (up to
 * 10,000) in both processes; nothing else.
 */
export const SERIES = {
  mainHeapKb: { name: 'main heap, KB', perRun: 40, noise: 1_024 },
  mainRssKb: { name: 'main memory, KB', perRun: 80, noise: 12_288 },
  pageHeapKb: { name: 'page heap, KB', perRun: 40, noise: 1_024 },
  pageRssKb: { name: 'page memory, KB', perRun: 80, noise: 12_288 },
  otherRssKb: { name: 'other memory, KB', perRun: 20, noise: 12_288 },
  descriptors: { name: 'descriptors', perRun: 0, noise: 4 },
  handles: { name: 'main handles', perRun: 0, noise: 4 },
  mainListeners: { name: 'main listeners', perRun: 0, noise: 0.5 },
  pageListeners: { name: 'page listeners', perRun: 0.2, noise: 20 },
  pageNodes: { name: 'page nodes', perRun: 1, noise: 100 }
} as const satisfies Record<string, Series>

export type FigureName = keyof typeof SERIES
export type TrayFigures = Readonly<Record<FigureName, number>>

/** So many moments of a look, and how far they are apart. */
const MOMENTS = 3
const MOMENT_MS = 150

/** Looks at every figure, after both processes have taken out their garbage. */
export async function lookAtTray(app: ProbedApp): Promise<TrayFigures> {
  const own = await calmestFigures(app)
  const processes = await processTree(app.process.pid ?? 0)
  const rssKb = (isMeant: (type: string) => boolean) =>
    processes.filter(({ type }) => isMeant(type)).reduce((sum, { rssMb }) => sum + rssMb * 1_024, 0)
  return {
    mainHeapKb: own.heapBytes / 1_024,
    mainRssKb: rssKb((type) => type === 'main'),
    pageHeapKb: own.pageHeapBytes / 1_024,
    pageRssKb: rssKb((type) => type === 'renderer'),
    otherRssKb: rssKb((type) => type !== 'main' && type !== 'renderer'),
    descriptors: processes.reduce((sum, { descriptors }) => sum + descriptors, 0),
    handles: own.handles,
    mainListeners: own.listeners,
    pageListeners: own.pageListeners,
    pageNodes: own.pageNodes
  }
}

/**
 * Of a few moments the one in which the page holds least: while it draws, what is on its way is there beside what is shown
 * (some 40 listeners more, measured), and a busy computer is found drawing more often.
 */
async function calmestFigures(app: ProbedApp): Promise<OwnFigures> {
  let calmest = await app.figures()
  for (let moment = 1; moment < MOMENTS; moment += 1) {
    await wait(MOMENT_MS)
    const figures = await app.figures()
    if (figures.pageListeners < calmest.pageListeners) calmest = figures
  }
  return calmest
}
