// Loaded into the app's main process with `-r`: tells a test what the app holds, over a socket of its own. A debugger from
// outside would not do: it makes a hidden page draw and tick as if somebody looked at it.
const { createServer } = require('node:net')
const { app, BrowserWindow, ipcMain, powerMonitor, session } = require('electron')

/** @type {Record<string, () => Promise<unknown>>} what can be asked for */
const ANSWERS = {
  // Only a window that was shown is in the tray after it was closed.
  shown: async () => BrowserWindow.getAllWindows().some((window) => window.isVisible()),
  close: async () => BrowserWindow.getAllWindows().forEach((window) => window.close()),
  figures: async () => ({ ...mainFigures(), ...(await pageFigures()) })
}

function mainFigures() {
  if (globalThis.gc === undefined) throw new Error('The app was started without --expose-gc')
  globalThis.gc()
  const contents = BrowserWindow.getAllWindows().flatMap((window) => [window, window.webContents])
  const emitters = [process, app, ipcMain, powerMonitor, session.defaultSession, ...contents]
  const countOf = (/** @type {NodeJS.EventEmitter} */ emitter) =>
    emitter.eventNames().reduce((count, name) => count + emitter.listenerCount(name), 0)
  return {
    heapBytes: process.memoryUsage().heapUsed,
    // Timers, sockets, files, threads: what an event loop waits for.
    handles: process.getActiveResourcesInfo().length,
    listeners: emitters.reduce(
      (sum, emitter) => sum + countOf(/** @type {NodeJS.EventEmitter} */ (emitter)),
      0
    )
  }
}

async function pageFigures() {
  const [window] = BrowserWindow.getAllWindows()
  // Given up in the tray: it holds nothing any more.
  if (window === undefined) return { pageHeapBytes: 0, pageNodes: 0, pageListeners: 0 }
  const { debugger: page } = window.webContents
  page.attach('1.3')
  try {
    await page.sendCommand('HeapProfiler.collectGarbage')
    const { usedSize } = await page.sendCommand('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await page.sendCommand('Memory.getDOMCounters')
    return { pageHeapBytes: usedSize, pageNodes: nodes, pageListeners: jsEventListeners }
  } finally {
    page.detach()
  }
}

createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => undefined)
  let question = ''
  socket.on('data', (chunk) => (question += String(chunk)))
  socket.on('end', () => {
    // What is no question is the text of a function, to be called here.
    const answer = ANSWERS[question] ?? (() => eval(`(${question})`)(require('electron')))
    Promise.resolve()
      .then(answer)
      .then(
        (value) => socket.end(JSON.stringify({ value: value ?? null })),
        (error) => socket.end(JSON.stringify({ error: String(error) }))
      )
  })
}).listen(process.env.LOA_PROBE_SOCKET)
