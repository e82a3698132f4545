import { onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../../src/engine/engine'
import { pagesOf } from '../../../src/engine/log/log-book'
import type { EngineConfig } from '../../../src/engine/engine-config'
import type { RunDetail, RunSummary } from '../../../src/shared/domain/run'
import { Changes } from './changes'
import { makeTestFolder, type TestFolder } from './data-folder'
import {
  type CampaignRecord,
  type ContactRecord,
  contactRecords,
  type SettingsRecord,
  settingsFor
} from './records'
import { type AnswerChoice, openRecordingGateway, type RecordingGateway } from '../gateway/recording-gateway'

/** A new data folder, removed when the test is over. */
export function testFolder(): TestFolder {
  const folder = makeTestFolder()
  onTestFinished(() => folder.remove())
  return folder
}

/** A new recording gateway, closed when the test is over. */
export async function testGateway(): Promise<RecordingGateway> {
  const gateway = await openRecordingGateway()
  onTestFinished(() => gateway.close())
  return gateway
}

/** An engine on a data folder, stopped when the test is over, with what tests ask of it. */
export class TestEngine {
  readonly #changes = new Changes()

  constructor(readonly engine: Engine) {
    engine.subscribe(() => this.#changes.changed())
    engine.log.subscribe(() => this.#changes.changed())
  }

  /** Waits for a state of the engine; asked again after every change and every line of the log. */
  until(holds: () => boolean, what: string, limitMs?: number): Promise<void> {
    return this.#changes.until(holds, what, limitMs)
  }

  /** All lines of the log, without their time. */
  get lines(): string[] {
    return [...pagesOf(this.engine.log, 1, Infinity)].flat().map((line) => line.text)
  }

  get runs(): readonly RunSummary[] {
    return this.engine.runs.list()
  }

  /** The run of that id as it stands; fails when there is none. */
  run(runId: string): RunSummary {
    const run = this.runs.find(({ id }) => id === runId)
    if (run === undefined) throw new Error(`There is no run ${runId}`)
    return run
  }

  /** Waits until a run (the only one, if none is named) has finished, also for the index. */
  async finished(runId?: string): Promise<RunSummary> {
    const isIt = ({ id, status, campaign_id }: RunSummary) =>
      status === 'finished' && (runId ?? id) === id && !this.engine.runs.isOpen(campaign_id)
    await this.until(() => this.runs.some(isIt), `run ${runId ?? ''} has finished`)
    const [run] = this.runs.filter(isIt)
    if (run === undefined) throw new Error('The run is gone again')
    return run
  }

  /** Starts a manual run and gives its id. */
  async begin(campaignId: string): Promise<string> {
    const plan = await this.engine.runsByHand.planManual(campaignId)
    if (!plan.ok) throw new Error(`No plan: ${plan.error.code}`)
    const started = await this.engine.runsByHand.startManual(campaignId, plan.value.run_id)
    if (!started.ok) throw new Error(`Not started: ${started.error.code}`)
    return plan.value.run_id
  }

  /** Runs a campaign by hand, to the end. */
  async runToEnd(campaignId: string): Promise<RunDetail> {
    const run = await this.finished(await this.begin(campaignId))
    return this.detail(run.id)
  }

  async detail(runId: string): Promise<RunDetail> {
    const detail = await this.engine.runs.detail(runId)
    if (detail === null) throw new Error(`There is no run ${runId}`)
    return detail
  }

  /** What became of every delivery: `Contact 1 whatsapp: sent`, with the reason where there is one. */
  async states(runId: string): Promise<string[]> {
    return statesIn(await this.detail(runId))
  }
}

export const statesIn = ({ deliveries }: RunDetail): string[] =>
  deliveries.map(({ contact_name, channel, state, reason }) =>
    [`${contact_name} ${channel}: ${state}`, ...(reason === undefined ? [] : [reason.code])].join(' ')
  )

/** Opens the engine on a folder; `start` is left to the test. Stopped when the test is over, if not before. */
export async function openEngine(
  folder: TestFolder,
  config: Omit<EngineConfig, 'folder'> = {}
): Promise<TestEngine> {
  const engine = await createEngine({ folder: folder.path, ...config })
  onTestFinished(() => engine.stop())
  return new TestEngine(engine)
}

export interface Surroundings {
  readonly contacts?: readonly ContactRecord[]
  readonly campaigns?: readonly CampaignRecord[]
  readonly settings?: Partial<SettingsRecord>
  /** How the gateway answers from the first request on; it accepts when nothing is said. */
  readonly answer?: AnswerChoice
}

/** A data folder with contacts (three by default), campaigns and settings that send to a new recording gateway. */
export async function prepare({
  contacts = contactRecords(3),
  campaigns = [],
  settings,
  answer
}: Surroundings = {}) {
  const folder = testFolder()
  const gateway = await testGateway()
  if (answer !== undefined) gateway.answer = answer
  await folder.writeContacts(contacts)
  await folder.writeCampaigns(campaigns)
  await folder.writeSettings(settingsFor(gateway, settings))
  return { folder, gateway }
}

/** The same with an engine that is started on it. */
export async function startEngine(
  surroundings: Surroundings = {},
  config: Omit<EngineConfig, 'folder'> = {}
) {
  const { folder, gateway } = await prepare(surroundings)
  const running = await openEngine(folder, config)
  await running.engine.start()
  return { folder, gateway, running, engine: running.engine }
}
