import { join } from 'node:path'

/**
 * Builds a program of the benches with the parts of the app that it measures, as one file.
 * @param {string} entry
 * @param {string} folder where it goes
 */
export async function bundle(entry, folder) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: {
        output: { format: 'cjs', entryFileNames: 'bench.cjs', codeSplitting: false }
      }
    },
    ssr: { noExternal: true }
  })
  return join(folder, 'bench.cjs')
}
