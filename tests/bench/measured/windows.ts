import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startBus } from '../../support/desktop/bus'
import { TestFolder } from '../../support/engine/data-folder'
import { activeCampaign, contactRecords, idOf, settingsFor } from '../../support/engine/records'
import { ProbedApp } from '../../support/soak/probed-app'
import { processTree } from '../../support/soak/process-tree'
import { givenUpAfter } from '../../support/tray/given-up'
import { startTrayHost } from '../../support/tray/tray-host'
import { contactsFile } from '../sample-list'
import { figureOf, type Measure, shareOf } from './figure'
import { buildFloorApp } from './floor-app'

/** After the first paint there is still something to do. */
const SETTLE_MS = 5_000
const IN_TRAY_MS = 60_000
const IDLE_MS = 60_000
/** Of one core, in milliseconds of a second. */
const IDLE_LIMIT = 0.005 * 1_000

/** When the largest part of the page was painted: epoch milliseconds, from the page's own record. */
const PAINTED = `new Promise((resolve) => {
  let atMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) atMs = performance.timeOrigin + entry.startTime
  })
  observer.observe({ type: 'largest-contentful-paint', buffered: true })
  setTimeout(() => resolve(atMs), 1000)
})`

/** From the command to the largest paint, milliseconds. */
async function startsIn(dataDir: string, app?: string): Promise<number> {
  const startMs = Date.now()
  const started = new ProbedApp(dataDir, app === undefined ? {} : { app })
  try {
    await started.opened()
    await wait(1_000)
    const paintedMs = Number(await started.inPage(PAINTED))
    if (!(paintedMs > startMs)) throw new Error('The page was not painted')
    return paintedMs - startMs
  } finally {
    await started.quit()
  }
}

async function dataFolder(parent: string, name: string, people: number): Promise<string> {
  const path = join(parent, name)
  await mkdir(path)
  if (people > 0) await new TestFolder(path).write('contacts.json', contactsFile(people))
  return path
}

/** Nothing is attached to the app but a socket: a debugger would hold it up. */
export const measureStart: Measure = async ({ folder, rounds, size }) => {
  const floorApp = await buildFloorApp(folder)
  const [floorData, few, many] = await Promise.all([
    dataFolder(folder, 'floor', 0),
    dataFolder(folder, 'few', 1_000),
    dataFolder(folder, 'many', size(100_000, 1_000))
  ])
  const ms = { floor: [] as number[], few: [] as number[], many: [] as number[] }
  // The first start of each fills caches, of the disk and of Chromium.
  for (let round = -1; round < rounds + 2; round += 1) {
    const floor = await startsIn(floorData, floorApp)
    const withFew = await startsIn(few)
    const withMany = await startsIn(many)
    if (round < 0) continue
    ms.floor.push(floor)
    ms.few.push(withFew)
    ms.many.push(withMany)
  }
  return { '1000': figureOf(ms.few, ms.floor, 'ms'), '100000': figureOf(ms.many, ms.floor, 'ms') }
}

/** What all processes of an app take of the memory; what they share is counted once. */
async function memoryMiB(app: ProbedApp): Promise<number> {
  const processes = await processTree(app.process.pid ?? 0)
  const kib = await Promise.all(
    processes.map(async ({ pid }) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0)
    })
  )
  return kib.reduce((a, b) => a + b, 0) / 1_024
}

/** With its window open, and some time after the window was closed. */
async function memoryOfApp(dataDir: string, inTrayMs: number, env: Record<string, string>, app?: string) {
  const started = new ProbedApp(dataDir, { env, ...(app !== undefined && { app }) })
  try {
    await started.opened()
    await wait(SETTLE_MS)
    const open = await memoryMiB(started)
    await started.closeWindow()
    await wait(inTrayMs)
    return { open, closed: await memoryMiB(started) }
  } finally {
    await started.quit()
  }
}

/** A desktop with a tray, so that a closed window is in it. */
async function withTray<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const bus = await startBus()
  const tray = await startTrayHost(bus)
  try {
    return await work({ DBUS_SESSION_BUS_ADDRESS: bus.address })
  } finally {
    await tray.stop()
    await bus.stop()
  }
}

export const measureMemory: Measure = async ({ folder, rounds, size }) => {
  const floorApp = await buildFloorApp(folder)
  const floorData = await dataFolder(folder, 'floor', 0)
  const many = await dataFolder(folder, 'many', size(100_000, 1_000))
  const inTrayMs = size(IN_TRAY_MS, 2_000)
  const floors: { open: number; closed: number }[] = []
  const loa: typeof floors = []
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await withTray((env) => memoryOfApp(floorData, 2_000, env, floorApp)))
    loa.push(await withTray((env) => memoryOfApp(many, inTrayMs, env)))
  }
  const figure = (when: 'open' | 'closed') =>
    figureOf(
      loa.map((each) => each[when]),
      floors.map((each) => each[when]),
      'MiB'
    )
  return { window: figure('open'), tray: figure('closed') }
}

/** From the word that asks for the window to its largest paint, milliseconds. */
async function opensIn(app: ProbedApp): Promise<number> {
  const startMs = await app.evaluate(({ app: electron }) => {
    const nowMs = Date.now()
    electron.emit('second-instance')
    return nowMs
  })
  await app.opened()
  await wait(1_000)
  const paintedMs = Number(await app.inPage(PAINTED))
  if (!(paintedMs > startMs)) throw new Error('The page was not painted')
  return paintedMs - startMs
}

/** The first window of an app that was started in the tray, and the one after that was given up, in one start. */
export const measureReopen: Measure = async ({ folder, rounds, size }) => {
  const data = await dataFolder(folder, 'many', size(100_000, 1_000))
  const first: number[] = []
  const again: number[] = []
  for (let round = 0; round < rounds + 2; round += 1) {
    await withTray(async (env) => {
      const app = new ProbedApp(data, { env: { ...env, ...givenUpAfter(1_000) }, flags: ['--hidden'] })
      try {
        await app.started()
        await wait(SETTLE_MS)
        first.push(await opensIn(app))
        await wait(SETTLE_MS)
        await app.closeWindow()
        await app.windowGone()
        await wait(SETTLE_MS)
        again.push(await opensIn(app))
      } finally {
        await app.quit()
      }
    })
  }
  return { '': figureOf(again, first, 'ms') }
}

const spentMs = async (app: ProbedApp) =>
  (await processTree(app.process.pid ?? 0)).reduce((sum, { cpuMs }) => sum + cpuMs, 0)

/** A hundred campaigns, the next of them due tomorrow, and nobody who looks. */
export const measureIdle: Measure = async ({ folder: parent, size }) => {
  const path = join(parent, 'data')
  const folder = new TestFolder(path)
  const start = new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)
  await folder.writeContacts(contactRecords(100))
  await folder.writeSettings(settingsFor({ url: 'http://127.0.0.1:1', callUrl: 'http://127.0.0.1:1' }))
  await folder.writeCampaigns(
    Array.from({ length: 100 }, (_, number) =>
      activeCampaign(number + 1, {
        contacts: [idOf(1)],
        schedule_settings: { frequency: 'daily', start_time: start, timezone: 'UTC' }
      })
    )
  )
  const forMs = size(IDLE_MS, 3_000)
  const aSecond = await withTray(async (env) => {
    const app = new ProbedApp(path, { env })
    try {
      await app.opened()
      await app.closeWindow()
      // A process that ends while time is counted would take what it has spent with it.
      await app.windowGone()
      await wait(size(20_000, 2_000))
      const before = await spentMs(app)
      await wait(forMs)
      return ((await spentMs(app)) - before) / (forMs / 1_000)
    } finally {
      await app.quit()
    }
  })
  return { '': shareOf([aSecond], IDLE_LIMIT, 'ms/s') }
}
