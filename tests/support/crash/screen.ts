import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A virtual screen for apps that a test starts and kills by hand. */
export interface Screen {
  readonly display: string
  stop(): Promise<void>
}

/** @param size in pixels and bits a pixel; every user of this computer may draw on it */
export async function startScreen(size = '1360x860x24'): Promise<Screen> {
  // Without -noreset the screen begins anew when its last program ends, and takes with it one that is just coming.
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-ac', '-noreset']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
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
