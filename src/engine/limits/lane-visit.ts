import type { SecretWait } from '../../shared/domain/secret'
import type { Clock, Wait } from '../ports'
import type { Lane } from './lane'
import type { Permit } from './pace'

/** Somebody waits and looks on: longer than this they would not. */
const LONGEST_WAIT_MS = 60_000
const LOOK_INTERVAL_MS = 250

/** Why a visit ended without its turn. */
export type NoTurn = 'busy' | 'unreachable' | 'limit' | 'held' | SecretWait

export interface Visitor {
  readonly clock: Clock
  /** Nothing at all may start now. */
  readonly isHeld: () => boolean
  readonly probe: () => Promise<boolean>
  /** Its turn has come; gives what the channel is to wait for. A rejection is that of the visit. */
  readonly act: (permit: Permit) => Promise<Wait | null>
}

/**
 * Joins a channel for one message: the limits, the gap and the other runs come first, as for any delivery. It does not
 * wait for a channel that rests, nor longer than a minute. Resolves with null when the visitor has acted.
 */
export async function visitLane(lane: Lane, visitor: Visitor): Promise<NoTurn | null> {
  return obstacle(lane, visitor.isHeld(), 0) ?? takeTurn(lane, visitor)
}

function takeTurn(lane: Lane, { clock, isHeld, probe, act }: Visitor): Promise<NoTurn | null> {
  return new Promise((resolve) => {
    let isWaiting = true
    const sinceMs = clock.monotonicMs()
    const source = {
      get queued() {
        return isWaiting ? 1 : 0
      },
      skim: () => undefined,
      take: () => {
        if (!isWaiting) return null
        isWaiting = false
        return async (permit: Permit, hold: (wait: Wait) => void) => {
          const acted = actWith(permit, hold)
          // A job that rejected would keep its place in the channel for ever: whoever visits hears of it instead.
          await Promise.allSettled([acted])
          leave(acted)
        }
      },
      probe,
      onUnreachable: () => undefined
    }
    const actWith = async (permit: Permit, hold: (wait: Wait) => void) => {
      const wait = await act(permit)
      if (wait !== null) hold(wait)
      return null
    }
    const leave = (why: NoTurn | Promise<null>) => {
      clearInterval(looking)
      lane.remove(source)
      resolve(why)
    }
    const look = () => {
      const why = obstacle(lane, isHeld(), clock.monotonicMs() - sinceMs)
      if (!isWaiting || why === null) return
      isWaiting = false
      leave(why)
    }
    const looking = setInterval(look, LOOK_INTERVAL_MS)
    lane.add(source)
    lane.pump()
  })
}

function obstacle(lane: Lane, isHeld: boolean, waitedMs: number): NoTurn | null {
  if (isHeld) return 'held'
  if (lane.hold !== null) {
    const { reason } = lane.hold
    return reason === 'retry_after' || reason === 'paused' ? 'busy' : reason
  }
  return waitedMs + lane.paceWaitMs > LONGEST_WAIT_MS ? 'limit' : null
}
