import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'

/**
 * A connection that lay idle longer than this may have been dropped by the other side without a word; a message sent
 * into it would be neither delivered nor refused. It is closed instead of used again.
 */
const IDLE_LIMIT_MS = 2_000

/**
 * As many as a channel may have in flight (`channelLimitsSchema`): all of them become free at once when a gateway answers in
 * waves, and every connection that is closed then has to be opened again a moment later.
 */
const MOST_FREE = 256

export interface KeepAliveAgents {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent }
  /** Closes what is idle at once, and what is in use when its request is over. */
  retire(): void
  /** Closes every connection. */
  destroy(): void
}

/** One pair of agents for a gateway client. */
export function keepAliveAgents(): KeepAliveAgents {
  const options = { keepAlive: true, maxFreeSockets: MOST_FREE, scheduling: 'lifo' as const }
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) }
  const both = [agents.http, agents.https]
  let isRetired = false
  // Node's agents close a free connection whose time runs out, and leave one that is in use alone.
  const onFree = (socket: Socket) => {
    if (isRetired) socket.destroy()
    else socket.setTimeout(IDLE_LIMIT_MS)
  }
  for (const agent of both) agent.on('free', onFree)
  return {
    agents,
    retire: () => {
      isRetired = true
      const idle = both
        .flatMap((agent) => Object.values(agent.freeSockets))
        .flatMap((sockets) => sockets ?? [])
      for (const socket of idle) socket.destroy()
    },
    destroy: () => both.forEach((agent) => agent.destroy())
  }
}
