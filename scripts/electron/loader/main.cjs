// Stands in for Electron's default app, which the runtime from the npm registry lacks: `electron [switches] FOLDER
// [flags]` runs the app in FOLDER. process.argv stays as given, as it does there.
const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

const args = process.argv.slice(1)
const takesValue = new Set(['-r', '--require'])
const target = args.find((arg, index) => !arg.startsWith('-') && !takesValue.has(args[index - 1]))

if (target) {
  const folder = path.resolve(target)
  const { main = 'index.js', name, productName, version } = require(path.join(folder, 'package.json'))
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  if (version) app.setVersion(version)
  app.setName(productName ?? name)
  app.setDesktopName(`${app.getName()}.desktop`)
  app.setAppPath(folder)
  for (const [index, arg] of args.entries()) if (takesValue.has(arg)) require(path.resolve(args[index + 1]))
  Module._load(path.join(folder, main), null, true)
} else {
  process.stderr.write('Usage: electron [switches] FOLDER [flags]\n')
  app.exit(2)
}
