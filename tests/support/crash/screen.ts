import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A virtual screen for apps that a test starts and kills by hand. */
export interface Screen {
  readonly display: string
  stop(): Promise<void>
}

export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1360x860x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer]
  return {
    display: `:${number.toString().trim()}`,
    async stop() {
      const gone = once(server, 'exit')
      server.kill()
      await gone
    }
  }
}
