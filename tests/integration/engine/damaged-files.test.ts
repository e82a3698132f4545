import { describe, expect, it } from 'vitest'
import { activeCampaign, contactRecords, scheduleFromNow } from '../../support/engine/records'
import { openEngine, prepare } from '../../support/engine/test-engine'

const contacts = contactRecords(1)

async function damaged(name: string, text: string) {
  const campaign = activeCampaign(1, {
    contacts: contacts.map((contact) => contact._id),
    schedule_settings: scheduleFromNow(-5_000, { frequency: 'daily' })
  })
  const { folder, gateway } = await prepare({ contacts, campaigns: [campaign] })
  const good = await folder.bytes(name)
  await folder.write(`${name}.bak`, good)
  await folder.write(name, text)
  const running = await openEngine(folder)
  await running.engine.start()
  return { folder, gateway, running, good }
}

describe.each(['contacts.json', 'campaigns.json', 'settings.json'])('a damaged %s', (name) => {
  it('is set aside, holds all sending, and gives way to the last good copy, with the emergency stop on', async () => {
    const { folder, gateway, running } = await damaged(name, '{"schema_version":1,')
    const [problem] = running.engine.state().storage_problems
    expect(problem).toMatchObject({ file: name, kind: 'damaged' })
    expect(problem?.backup_at).toBeDefined()
    expect(await folder.text(name)).toBe('{"schema_version":1,')
    expect(await folder.text(problem?.set_aside ?? '')).toBe('{"schema_version":1,')
    expect(running.lines.join('\n')).toContain(`Data file ${name} is damaged`)

    const recovered = await running.engine.recoverFile(name, 'backup')
    expect(recovered).toMatchObject({
      ok: true,
      value: { emergency_stop: { reason: 'fallback' }, storage_problems: [] }
    })
    expect(running.engine.contacts.list()).toHaveLength(1)
    expect(running.engine.campaigns.list()).toHaveLength(1)
    expect(running.engine.settings.value.gateway).toBe('custom')
    expect(gateway.requests).toEqual([])
    await running.until(() => running.runs.length === 1, 'the slot that passed is in the inbox')
    expect(running.runs[0]).toMatchObject({ status: 'missed', missed_reason: 'emergency_stop' })
  })

  it('of a newer version is left as it is', async () => {
    const text = '{"schema_version":99}'
    const { folder, gateway, running } = await damaged(name, text)
    expect(running.engine.state().storage_problems).toMatchObject([{ file: name, kind: 'newer' }])
    expect(await running.engine.recoverFile(name, 'empty')).toMatchObject({ ok: false })
    expect(await folder.text(name)).toBe(text)
    expect(gateway.requests).toEqual([])
  })
})
