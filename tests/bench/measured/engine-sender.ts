import { createEngine } from '../../../src/engine/engine'
import { TestFolder } from '../../support/engine/data-folder'
import { campaignRecord, limitsOf, settingsFor } from '../../support/engine/records'
import { contactsFile } from '../sample-list'

const idOf = (number: number): string => (number + 1).toString(16).padStart(24, '0')

export interface EngineSender {
  /** One run to everybody. */
  send(): Promise<void>
  stop(): Promise<void>
}

/** The whole engine on a folder: a campaign to so many people, by WhatsApp, their names in the text. */
export async function openEngineSender(
  path: string,
  url: string,
  people: number,
  parallel: number
): Promise<EngineSender> {
  const folder = new TestFolder(path)
  await folder.write('contacts.json', contactsFile(people))
  const campaign = campaignRecord(1, {
    call_script: 'Xin chào {{ full_name }}',
    placeholders: true,
    contacts: Array.from({ length: people }, (_, number) => idOf(number)),
    flow: ['whatsapp']
  })
  await folder.writeCampaigns([campaign])
  await folder.writeSettings(settingsFor({ url, callUrl: `${url}/call` }, { limits: limitsOf(parallel) }))
  const engine = await createEngine({ folder: path })
  await engine.start()
  return {
    async send() {
      const plan = await engine.runsByHand.planManual(campaign._id)
      if (!plan.ok) throw new Error(plan.error.code)
      const runId = plan.value.run_id
      const ended = new Promise<void>((resolve, reject) => {
        const unsubscribe = engine.subscribe((change) => {
          if (change.kind !== 'run' || change.run.id !== runId || change.run.status !== 'finished') return
          unsubscribe()
          if (change.run.counts.sent === people) resolve()
          else reject(new Error(`Not everybody was sent to: ${JSON.stringify(change.run.counts)}`))
        })
      })
      const started = await engine.runsByHand.startManual(campaign._id, runId)
      if (!started.ok) throw new Error(started.error.code)
      await ended
      // The next run begins when this one is put away, which is a moment after its end is told.
      while (engine.runs.isOpen(campaign._id)) await new Promise(setImmediate)
    },
    stop: () => engine.stop()
  }
}
