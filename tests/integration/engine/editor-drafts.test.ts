import { describe, expect, it } from 'vitest'
import { campaignRecord, contactRecords, idOf } from '../../support/engine/records'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const campaign = campaignRecord(1)

describe('what is typed and not saved', () => {
  it('is there again when the engine is, the latest first, and is replaced by what is typed later', async () => {
    const { engine, folder } = await startEngine({ campaigns: [campaign] })
    await engine.editorDrafts.save('new', 'one')
    await engine.editorDrafts.save(campaign._id, 'two')
    await engine.editorDrafts.save('new', 'three')
    await engine.stop()

    const again = (await openEngine(folder)).engine
    expect(again.editorDrafts.notes().map(({ key }) => key)).toEqual(['new', campaign._id])
    expect(again.editorDrafts.find('new')).toMatchObject({ values: 'three' })
    expect(again.editorDrafts.find(campaign._id)).toMatchObject({ values: 'two' })
    expect(again.editorDrafts.find(idOf(9))).toBeNull()
    expect(again.campaigns.list()).toHaveLength(1)
  })

  it('goes with its campaign, and only with that', async () => {
    const { engine, folder } = await startEngine({ campaigns: [campaign] })
    await engine.editorDrafts.save('new', 'typed')
    await engine.editorDrafts.save(campaign._id, 'typed')
    expect(await engine.deleteCampaign(idOf(9))).toMatchObject({ ok: false })
    expect(await engine.deleteCampaign(campaign._id)).toEqual({ ok: true, value: null })
    expect(engine.editorDrafts.notes().map(({ key }) => key)).toEqual(['new'])
    expect(await folder.text('drafts.json')).not.toContain(campaign._id)
  })

  it('stays with a campaign that cannot be deleted, because it is being sent', async () => {
    const contacts = contactRecords(1)
    const sending = campaignRecord(2, { contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'] })
    const { engine, gateway, running } = await startEngine({
      contacts,
      campaigns: [sending],
      answer: () => ({ give: () => undefined }),
      settings: { timeouts_s: { whatsapp: 5 } }
    })
    await engine.editorDrafts.save(sending._id, 'typed')
    const runId = await running.begin(sending._id)
    await gateway.until(() => gateway.messages.length === 1, 'it is under way')
    expect(await engine.deleteCampaign(sending._id)).toMatchObject({
      ok: false,
      error: { code: 'campaign_running' }
    })
    expect(engine.editorDrafts.find(sending._id)).toMatchObject({ values: 'typed' })
    await running.finished(runId)
    expect(await engine.deleteCampaign(sending._id)).toMatchObject({ ok: true })
    expect(engine.editorDrafts.find(sending._id)).toBeNull()
  })

  it('is kept for two hundred editors; the oldest gives way', async () => {
    const { engine } = await startEngine()
    await Promise.all(Array.from({ length: 203 }, (_, index) => engine.editorDrafts.save(idOf(index), 'x')))
    const keys = engine.editorDrafts.notes().map(({ key }) => key)
    expect(keys).toHaveLength(200)
    expect(keys[0]).toBe(idOf(202))
    expect(keys.at(-1)).toBe(idOf(3))
  })

  it('is given up when its file is damaged, and holds nothing up', async () => {
    const { folder } = await prepare({ campaigns: [campaign] })
    await folder.write('drafts.json', '{"schema_version":1,"drafts":[{"key"')
    const { engine } = await openEngine(folder)
    await engine.start()
    expect(engine.state().storage_problems).toEqual([])
    expect(engine.editorDrafts.notes()).toEqual([])
    expect(await engine.editorDrafts.save('new', 'typed')).toMatchObject({ ok: true })
    expect(await folder.json('drafts.json')).toMatchObject({
      schema_version: 1,
      drafts: [{ key: 'new', values: 'typed' }]
    })
  })

  it('of a newer version is left as it is, and what is typed is said not to be kept', async () => {
    const { folder } = await prepare()
    const text = '{"schema_version":99}'
    await folder.write('drafts.json', text)
    const { engine } = await openEngine(folder)
    await engine.start()
    expect(await engine.editorDrafts.save('new', 'typed')).toMatchObject({
      ok: false,
      error: { code: 'storage_newer' }
    })
    expect(await folder.text('drafts.json')).toBe(text)
    expect(engine.state().storage_problems).toEqual([])
  })
})
