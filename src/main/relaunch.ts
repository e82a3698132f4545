import { app } from 'electron'

/** Ends the app as "Quit" does, and starts it again with the same words on its command line. */
export function relaunch(): void {
  const image = process.env['APPIMAGE']
  // What runs inside of an AppImage is gone when it ends; the image itself is what can be started.
  app.relaunch(image === undefined ? {} : { execPath: image, args: process.argv.slice(1) })
  // The window gets its answer first.
  setImmediate(() => app.quit())
}
