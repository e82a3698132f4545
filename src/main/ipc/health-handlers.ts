import { app } from 'electron'
import { homedir, release } from 'node:os'
import type { Engine } from '../../engine/engine'
import { withoutHome } from '../../shared/domain/diagnostics'
import type { BackupHealth } from '../../shared/domain/health'
import type { AppInfo } from '../../shared/ipc/views'
import { ok } from '../../shared/result'
import type { Handlers } from './answer-calls'

const BYTES_PER_KB = 1024

/** How the app is doing: what the engine knows, and what only Electron and the system know. */
export function healthHandlers(
  engine: Engine,
  info: AppInfo,
  lastBackup: () => Promise<BackupHealth | null>
): Pick<Handlers, 'getHealth'> {
  return {
    getHealth: async () => {
      const [health, backup] = await Promise.all([engine.health(), lastBackup()])
      return ok({
        ...health,
        backup,
        data_dir: withoutHome(info.data_dir, homedir()),
        log_file: withoutHome(info.log_file, homedir()),
        versions: {
          app: info.version,
          electron: process.versions.electron,
          chromium: process.versions.chrome,
          node: process.versions.node,
          system: `${process.platform} ${release()} ${process.arch}`
        },
        memory_bytes: memoryBytes(),
        uptime_s: Math.round(process.uptime())
      })
    }
  }
}

const memoryBytes = (): number =>
  app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize * BYTES_PER_KB, 0)
