import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

/**
 * Finds what the first page needs, so that it goes into one file: much of it is shared with the pages that are loaded
 * later, and would come in twenty pieces.
 */
function shownFirst(entry: string) {
  const first = new Set<string>()
  const plugin: Plugin = {
    name: 'loa-shown-first',
    buildEnd() {
      const waiting = [entry]
      for (const id of waiting) {
        if (first.has(id)) continue
        first.add(id)
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    }
  }
  return { plugin, group: { name: 'first', test: (id: string) => first.has(id) } }
}

const first = shownFirst(resolve(root, 'src/renderer/main.tsx'))

// Main and preload are bundled whole: several dependencies are ESM-only and would not load from a CommonJS main.
// The targets are those of the oldest Electron that Loa supports (25: Node 18, Chrome 114), not of the newest.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/main',
      sourcemap: true,
      rollupOptions: {
        input: { index: resolve(root, 'src/main/index.ts') },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunk-[name].cjs',
          // Half of the text is read in a third less of the time at each start; names stay, for the traces of bugs.
          minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } }
        }
      }
    }
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/preload',
      sourcemap: true,
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
      }
    }
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react(), first.plugin],
    build: {
      target: 'chrome114',
      minify: 'oxc',
      outDir: resolve(root, 'out/renderer'),
      sourcemap: true,
      rollupOptions: {
        input: { index: resolve(root, 'src/renderer/index.html') },
        output: { codeSplitting: { groups: [first.group] } }
      }
    }
  }
})
