import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'

/**
 * A connection that lay idle longer than this may have been dropped by the other side without a word; a message sent
 * into it would be neither delivered nor refused. It is closed instead of used again.
 */
const IDLE_LIMIT_MS = 2_000

export interface KeepAliveAgents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/** One pair of agents for a gateway client. Destroy both to close its connections. */
export function keepAliveAgents(): KeepAliveAgents {
  const options = { keepAlive: true, maxFreeSockets: 32, scheduling: 'lifo' as const }
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) }
  // Node's agents close a free connection whose time runs out, and leave one that is in use alone.
  const limitIdle = (socket: Socket) => socket.setTimeout(IDLE_LIMIT_MS)
  agents.http.on('free', limitIdle)
  agents.https.on('free', limitIdle)
  return agents
}
