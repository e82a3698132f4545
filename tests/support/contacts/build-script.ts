import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Builds a TypeScript file with everything that it imports into one script that plain Node runs. Gives its path. */
export async function buildScript(source: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'loa-script-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: source,
      outDir,
      target: 'node18',
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'script.cjs', codeSplitting: false } }
    },
    ssr: { noExternal: true }
  })
  return join(outDir, 'script.cjs')
}
