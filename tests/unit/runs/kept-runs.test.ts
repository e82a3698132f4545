import { describe, expect, it } from 'vitest'
import { RunState } from '../../../src/engine/ledger/run-state'
import { KeptRuns } from '../../../src/engine/runs/kept-runs'
import { frozenContact, headOf, RUN_ID } from '../../support/runs/ledger-lines'

const stateOf = (runId: string) => new RunState(headOf({ run_id: runId }), [frozenContact(1)])

/** Ledgers that count how often they are read, and runs that are under way. */
function kept() {
  const reads: string[] = []
  const live = new Map<string, RunState>()
  const runs = new KeptRuns({
    live: (runId) => live.get(runId) ?? null,
    load: (runId) => {
      reads.push(runId)
      return Promise.resolve(runId === 'none' ? null : stateOf(runId))
    }
  })
  return { runs, reads, live }
}

describe('a run that is looked at', () => {
  it('is read once, however often it is asked for', async () => {
    const { runs, reads } = kept()
    const both = await Promise.all([runs.state('a'), runs.state('a')])
    expect(both[0]).toBe(both[1])
    expect(await runs.state('a')).toBe(both[0])
    expect(reads).toEqual(['a'])
  })

  it('gives way to the two that were looked at since', async () => {
    const { runs, reads } = kept()
    for (const runId of ['a', 'b', 'a', 'c', 'a', 'b']) await runs.state(runId)
    expect(reads).toEqual(['a', 'b', 'c', 'b'])
  })

  it('is kept when it ends', async () => {
    const { runs, reads, live } = kept()
    const state = stateOf(RUN_ID)
    live.set(RUN_ID, state)
    expect(await runs.state(RUN_ID)).toBe(state)
    live.clear()
    expect(await runs.state(RUN_ID)).toBe(state)
    expect(reads).toEqual([])
  })

  it('is another one when it is opened again; a run that nobody looks at is not kept for that', async () => {
    const { runs, reads } = kept()
    const before = await runs.state(RUN_ID)
    const opened = stateOf(RUN_ID)
    runs.opened(opened)
    runs.opened(stateOf('b'))
    expect(await runs.state(RUN_ID)).toBe(opened)
    expect(opened).not.toBe(before)
    await runs.state('b')
    expect(reads).toEqual([RUN_ID, 'b'])
  })

  it('that has no ledger is asked for again', async () => {
    const { runs, reads } = kept()
    expect(await runs.state('none')).toBeNull()
    expect(await runs.state('none')).toBeNull()
    expect(reads).toEqual(['none', 'none'])
  })

  it('whose ledger cannot be read now is asked for again', async () => {
    let isBroken = true
    const runs = new KeptRuns({
      live: () => null,
      load: (runId) => (isBroken ? Promise.reject(new Error('EIO')) : Promise.resolve(stateOf(runId)))
    })
    await expect(runs.state('a')).rejects.toThrow('EIO')
    isBroken = false
    expect(await runs.state('a')).not.toBeNull()
  })
})
