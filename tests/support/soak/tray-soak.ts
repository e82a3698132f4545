import { setTimeout as wait } from 'node:timers/promises'
import { TestFolder } from '../engine/data-folder'
import { startBus } from '../desktop/bus'
import { pollUntil } from '../engine/changes'
import { activeCampaign, contactRecords, settingsFor, wallTime } from '../engine/records'
import { openRecordingGateway, type RecordingGateway } from '../gateway/recording-gateway'
import { givenUpAfter } from '../tray/given-up'
import { startTrayHost } from '../tray/tray-host'
import { type Growth, growthOf } from './leaks'
import { ProbedApp } from './probed-app'
import { processTree } from './process-tree'
import { type FigureName, lookAtTray, SERIES, type TrayFigures } from './tray-figures'

export interface TraySoakPlan {
  /** So many campaigns, each with its one run of the day. */
  readonly runs: number
  /** From one run to the next. */
  readonly everyMs: number
  /** The figures are looked at after so many runs. */
  readonly runsPerLook: number
  /** For so long after a look, while nothing is due, processor time is counted; 0 counts at the end only. */
  readonly idleMs: number
  /** For so long the app keeps its closed window. */
  readonly keptInTrayMs: number
  /** The same, in the calmest stretch of so long, when the last run is over. */
  readonly idleAtEndMs: number
}

export interface TraySoakResult {
  readonly runs: number
  readonly deliveries: number
  readonly growth: Readonly<Record<FigureName, Growth>>
  /** Of one core, by all processes together, while nothing is due: 0.01 is one per cent. */
  readonly idleShare: number
  readonly table: string
}

interface Look extends TrayFigures {
  readonly runs: number
  readonly atS: number
}

/** Processor time by kind of process, and over how long it was counted. */
interface Idle {
  readonly spentMs: Record<string, number>
  forMs: number
}

const PEOPLE = 5
const START_MS = 8_000
const SETTLE_MS = 2_000
/** V8 tidies up once more some eight seconds after the last work; that is no idleness yet. */
const REST_MS = 12_000
/** A share of one core that needs no second look. */
const CALM = 0.005

/**
 * Hours in the tray: the app with its window closed, a campaign every now and then, and a look at everything that could
 * grow. Works on a real clock, with a real gateway on this computer.
 */
export async function soakInTray(
  dataDir: string,
  plan: TraySoakPlan,
  say: (line: string) => void
): Promise<TraySoakResult> {
  const gateway = await openRecordingGateway()
  const firstMs = Math.ceil((Date.now() + START_MS) / 1_000) * 1_000
  await writeCampaigns(dataDir, gateway, plan, firstMs)
  const bus = await startBus()
  const tray = await startTrayHost(bus)
  const app = new ProbedApp(dataDir, {
    env: { DBUS_SESSION_BUS_ADDRESS: bus.address, ...givenUpAfter(plan.keptInTrayMs) }
  })
  try {
    await tray.icon()
    await app.closeWindow()
    return await watch(app, { dataDir, gateway, plan, say })
  } finally {
    await app.quit()
    await tray.stop()
    await bus.stop()
    await gateway.close()
  }
}

/** Each campaign is daily, as an operator's are, and a moment after the one before. */
async function writeCampaigns(
  dataDir: string,
  gateway: RecordingGateway,
  { runs, everyMs }: TraySoakPlan,
  firstMs: number
): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = contactRecords(PEOPLE)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns(
    Array.from({ length: runs }, (_, index) =>
      activeCampaign(index + 1, {
        contacts: contacts.map(({ _id }) => _id),
        schedule_settings: {
          frequency: 'daily',
          start_time: wallTime(firstMs + index * everyMs),
          timezone: 'UTC'
        }
      })
    )
  )
  await folder.writeSettings(settingsFor(gateway))
}

interface Watched {
  readonly dataDir: string
  readonly gateway: RecordingGateway
  readonly plan: TraySoakPlan
  readonly say: (line: string) => void
}

async function watch(app: ProbedApp, { dataDir, gateway, plan, say }: Watched): Promise<TraySoakResult> {
  const perRun = PEOPLE * 3
  const startedMs = performance.now()
  const looks: Look[] = []
  const idle: Idle = { spentMs: {}, forMs: 0 }
  let deliveries = 0
  say(headLine())

  for (let runs = plan.runsPerLook; runs <= plan.runs; runs += plan.runsPerLook) {
    const before = deliveries
    await gateway.until(
      () => before + gateway.messages.length >= runs * perRun,
      `run ${runs}`,
      plan.everyMs * plan.runsPerLook + 60_000
    )
    deliveries += gateway.messages.length
    gateway.forget()
    if (plan.idleMs > 0) await wait(SETTLE_MS)
    const look = { runs, atS: (performance.now() - startedMs) / 1_000, ...(await lookAtTray(app)) }
    looks.push(look)
    if (plan.idleMs > 0) await countIdle(app, plan.idleMs, idle)
    say(lookLine(look, idle))
  }
  await endedRuns(dataDir, plan.runs)
  if (plan.idleAtEndMs > 0) {
    await wait(REST_MS)
    await countCalmest(app, plan.idleAtEndMs, idle)
  }
  const growth = growths(looks)
  const table = [...growthLines(looks, growth), idleLine(idle)].join('\n')
  say(table)
  return { runs: plan.runs, deliveries, growth, idleShare: shareOf(idle), table }
}

async function countIdle(app: ProbedApp, forMs: number, idle: Idle): Promise<void> {
  const spentBefore = new Map((await processTree(app.process.pid ?? 0)).map(({ pid, cpuMs }) => [pid, cpuMs]))
  await wait(forMs)
  for (const { pid, type, cpuMs } of await processTree(app.process.pid ?? 0)) {
    idle.spentMs[type] = (idle.spentMs[type] ?? 0) + cpuMs - (spentBefore.get(pid) ?? 0)
  }
  idle.forMs += forMs
}

/** Counts up to three stretches and takes the calmest: what V8 still tidies up is over by then, what never rests is in each. */
async function countCalmest(app: ProbedApp, forMs: number, idle: Idle): Promise<void> {
  let calmest: Idle | null = null
  for (let stretch = 0; stretch < 3 && (calmest === null || shareOf(calmest) > CALM); stretch += 1) {
    const counted: Idle = { spentMs: {}, forMs: 0 }
    await countIdle(app, forMs, counted)
    if (calmest === null || shareOf(counted) < shareOf(calmest)) calmest = counted
  }
  if (calmest === null) return
  for (const [type, spentMs] of Object.entries(calmest.spentMs))
    idle.spentMs[type] = (idle.spentMs[type] ?? 0) + spentMs
  idle.forMs += calmest.forMs
}

/** Every run is over and written down, not only sent. */
const endedRuns = (dataDir: string, count: number): Promise<void> =>
  pollUntil(async () => {
    const folder = new TestFolder(dataDir)
    const ledgers = await folder.ledgers()
    return (
      (await Promise.all(ledgers.map((id) => folder.text(`runs/${id}.jsonl`)))).filter((text) =>
        text.includes('"finished"')
      ).length === count
    )
  }, `${count} runs are over`)

const names = Object.keys(SERIES) as FigureName[]

const growths = (looks: readonly Look[]): TraySoakResult['growth'] =>
  Object.fromEntries(
    names.map((name) => [
      name,
      growthOf(
        SERIES[name],
        looks.map((look) => ({ runs: look.runs, value: look[name] }))
      )
    ])
  ) as Record<FigureName, Growth>

const shareOf = ({ spentMs, forMs }: Idle) =>
  Object.values(spentMs).reduce((sum, each) => sum + each, 0) / forMs
const percent = (share: number) => `${(share * 100).toFixed(2)} %`
const cell = (text: string | number) =>
  String(typeof text === 'number' ? Math.round(text) : text).padStart(14)

const headLine = () => ['seconds', 'runs', ...names, 'idle'].map(cell).join('')

const lookLine = (look: Look, idle: Idle) =>
  [look.atS, look.runs, ...names.map((name) => look[name]), idle.forMs > 0 ? percent(shareOf(idle)) : '']
    .map(cell)
    .join('')

const idleLine = (idle: Idle) =>
  `idle: ${percent(shareOf(idle))} of a core: ` +
  Object.entries(idle.spentMs)
    .map(([type, spentMs]) => `${type} ${percent(spentMs / idle.forMs)}`)
    .join(', ')

const growthLines = (looks: readonly Look[], growth: TraySoakResult['growth']) =>
  names.map((name) => {
    const { grew, margin, isLeak } = growth[name]
    const [first, last] = [looks[0]?.[name] ?? 0, looks.at(-1)?.[name] ?? 0]
    return (
      `${SERIES[name].name.padEnd(18)}${cell(first)}${cell(last)}   second half ${grew.toFixed(1).padStart(10)}` +
      ` of at most ${margin.toFixed(1)}${isLeak ? '   LEAK' : ''}`
    )
  })
