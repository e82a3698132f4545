import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const MAIN = `
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.on('window-all-closed', () => undefined)
process.on('SIGTERM', () => app.exit())
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false }
  })
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => window.show())
  void window.loadFile(join(__dirname, 'page.html'))
})
`

const PAGE = '<!doctype html><meta charset="utf-8"><title>Floor</title><body><script src="page.js"></script>'

/** Builds an app that shows one page of React, and gives its folder. */
export async function buildFloorApp(parent: string): Promise<string> {
  const folder = join(parent, 'floor-app')
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'floor', main: 'main.cjs' }))
  await writeFile(join(folder, 'main.cjs'), MAIN)
  await writeFile(join(folder, 'page.html'), PAGE)
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome114',
      lib: {
        entry: 'tests/bench/measured/page-floor.ts',
        formats: ['iife'],
        name: 'page',
        fileName: () => 'page.js'
      }
    }
  })
  return folder
}
