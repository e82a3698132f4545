import { cp, rename, rm } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openMachineMemory } from '../../../src/main/machine-memory'
import { TestFolder } from '../../support/engine/data-folder'
import { heldRun } from '../../support/engine/held-run'
import { openEngine, testFolder } from '../../support/engine/test-engine'

/** A data folder on a computer that remembers it; one run is open, two of its four requests are under way. */
async function running() {
  const memory = await openMachineMemory(testFolder().path)
  if (memory === undefined) throw new Error('The computer remembers nothing')
  const { running: first, ...run } = await heldRun({
    people: 4,
    concurrency: 2,
    config: { machine: memory }
  })
  return { ...run, memory, first }
}

/** A copy of the folder as it lies on the disk now. */
async function copyOf({ path }: TestFolder): Promise<TestFolder> {
  const copy = `${path}-copy`
  await cp(path, copy, { recursive: true })
  onTestFinished(() => rm(copy, { recursive: true, force: true }))
  return new TestFolder(copy)
}

describe('design, Restore: data that may not know what was sent', () => {
  it('a backup that is put back: the stop is on, what was open is unknown, nothing is sent', async () => {
    const { memory, folder, gateway, first, runId, release } = await running()
    const backup = await copyOf(folder)
    release()
    await first.finished(runId)
    await first.engine.stop()
    const second = await openEngine(folder, { machine: memory })
    await second.engine.start()
    await second.engine.stop()
    expect(gateway.messages).toHaveLength(4)

    await rm(folder.path, { recursive: true })
    await rename(backup.path, folder.path)
    const restored = await openEngine(folder, { machine: memory })
    await restored.engine.start()
    expect(restored.engine.state().emergency_stop).toMatchObject({ reason: 'restored' })
    expect(await restored.states(runId)).toEqual(
      [1, 2, 3, 4].map((number) => `Contact ${number} whatsapp: unknown restored`)
    )
    await restored.engine.setEmergencyStop(false)
    await restored.engine.stop()
    expect(gateway.messages).toHaveLength(4)
  })

  it('a folder that is copied and used elsewhere: the copy is stopped, the original goes on undisturbed', async () => {
    const { memory, folder, first, runId, release } = await running()
    release()
    await first.finished(runId)
    await first.engine.stop()
    const copy = await copyOf(folder)
    const copied = await openEngine(copy, { machine: memory })
    await copied.engine.start()
    expect(copied.engine.state().emergency_stop).toMatchObject({ reason: 'copied' })
    const original = await openEngine(folder, { machine: memory })
    await original.engine.start()
    expect(original.engine.state().emergency_stop).toBeNull()
  })

  it('a folder from another computer is stopped, and after the release it is at home here', async () => {
    const { folder, first, runId, release } = await running()
    release()
    await first.finished(runId)
    await first.engine.stop()
    const other = await openMachineMemory(testFolder().path)
    if (other === undefined) throw new Error('The computer remembers nothing')
    const moved = await openEngine(folder, { machine: other })
    await moved.engine.start()
    expect(moved.engine.state().emergency_stop).toMatchObject({ reason: 'other_machine' })
    await moved.engine.setEmergencyStop(false)
    await moved.engine.stop()
    const again = await openEngine(folder, { machine: other })
    await again.engine.start()
    expect(again.engine.state().emergency_stop).toBeNull()
  })

  it('an ordinary restart is none of these', async () => {
    const { memory, folder, first, runId, release } = await running()
    release()
    await first.finished(runId)
    await first.engine.stop()
    for (let start = 0; start < 3; start += 1) {
      const again = await openEngine(folder, { machine: memory })
      await again.engine.start()
      expect(again.engine.state().emergency_stop).toBeNull()
      await again.engine.stop()
    }
  })
})
