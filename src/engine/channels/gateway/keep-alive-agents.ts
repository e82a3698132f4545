import { Agent as HttpAgent, type ClientRequest } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Socket } from 'node:net'

/**
 * A connection that lay idle longer than this may have been dropped by the other side without a word; a message sent
 * into it would be neither delivered nor refused. It is closed instead of used again.
 */
const IDLE_LIMIT_MS = 2_000

const limitIdle = (socket: Duplex) => (socket as Socket).setTimeout(IDLE_LIMIT_MS)
const liftLimit = (socket: Duplex) => (socket as Socket).setTimeout(0)

// Node closes a free socket that times out by itself; these agents only decide when the clock runs.
class ShortIdleHttpAgent extends HttpAgent {
  override keepSocketAlive(socket: Duplex): boolean {
    const kept = superKeeps(HttpAgent, this, socket)
    if (kept) limitIdle(socket)
    return kept
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    super.reuseSocket(socket, request)
    liftLimit(socket)
  }
}

class ShortIdleHttpsAgent extends HttpsAgent {
  override keepSocketAlive(socket: Duplex): boolean {
    const kept = superKeeps(HttpsAgent, this, socket)
    if (kept) limitIdle(socket)
    return kept
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    super.reuseSocket(socket, request)
    liftLimit(socket)
  }
}

// @types/node declares no result for `keepSocketAlive`; Node gives whether the socket may be kept.
function superKeeps(base: typeof HttpAgent, agent: HttpAgent, socket: Duplex): boolean {
  const keep = base.prototype.keepSocketAlive as unknown as (this: HttpAgent, socket: Duplex) => boolean
  return keep.call(agent, socket)
}

export interface KeepAliveAgents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** One pair of agents for a gateway client. Destroy both to close its connections. */
export function keepAliveAgents(): KeepAliveAgents {
  const options = { keepAlive: true, maxFreeSockets: 32, scheduling: 'lifo' as const }
  return { http: new ShortIdleHttpAgent(options), https: new ShortIdleHttpsAgent(options) }
}
