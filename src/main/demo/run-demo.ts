import { writeFile } from 'node:fs/promises'
import type { Engine } from '../../engine/engine'
import type { Flags } from '../flags'
import type { MainWindow } from '../window/main-window'
import { sampleCampaign, sampleContacts } from './sample-data'

const LEAD_MS = 10_000
/** The window draws the last lines and counts before its picture is taken. */
const SETTLE_MS = 1_000

export interface DemoContext {
  readonly engine: Engine
  readonly window: MainWindow
  readonly flags: Flags
  readonly quit: () => void
}

/** Fills an empty data folder with sample data, waits for the run and says what the practice gateway received. */
export async function runDemo({ engine, window, flags, quit }: DemoContext): Promise<void> {
  let shown = false
  const finished = new Promise<void>((resolve) => {
    const unsubscribe = engine.subscribe((change) => {
      if (change.kind !== 'run') return
      // The run begins: the log is what there is to see now.
      if (!shown) window.send('openPage', { page: 'console' })
      shown = true
      if (change.run.status !== 'finished') return
      unsubscribe()
      resolve()
    })
  })
  await fill(engine)
  await finished
  const { whatsapp, telegram, ai_call } = engine.practice.inbox().received
  process.stdout.write(
    `Practice gateway received: ${ai_call} calls, ${whatsapp} WhatsApp messages, ${telegram} Telegram messages\n`
  )
  if (flags.demoScreenshot !== null) {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    const picture = await window.picture()
    if (picture !== null) await writeFile(flags.demoScreenshot, picture.toPNG())
  }
  if (flags.once) quit()
}

async function fill(engine: Engine): Promise<void> {
  const ids: string[] = []
  for (const contact of sampleContacts) {
    const saved = await engine.contacts.save(contact)
    if (!saved.ok) throw new Error(`The demo could not save a contact: ${saved.error.code}`)
    ids.push(saved.value._id)
  }
  const draft = sampleCampaign(engine.nowMs(), LEAD_MS, ids)
  const saved = await engine.campaigns.save(draft)
  if (!saved.ok) throw new Error(`The demo could not save its campaign: ${saved.error.code}`)
  const active = await engine.campaigns.setStatus(saved.value._id, 'active')
  if (!active.ok) throw new Error(`The demo could not activate its campaign: ${active.error.code}`)
}
