import { app } from 'electron'

/**
 * Ends the app and starts it again with the same words on its command line.
 * @param end as "Quit" does, if nothing else
 */
export function relaunch(end: () => void = () => app.quit()): void {
  const image = process.env['APPIMAGE']
  // What runs inside of an AppImage is gone when it ends; the image itself is what can be started.
  app.relaunch(image === undefined ? {} : { execPath: image, args: process.argv.slice(1) })
  // The window gets its answer first.
  setImmediate(end)
}
