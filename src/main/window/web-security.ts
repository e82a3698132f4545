import { app, type Session, session } from 'electron'

/**
 * Nothing in the window can lead out of it: no navigation, no redirect, no new windows, no webviews, no permissions. The
 * page needs none of them, so whatever asks is not ours. It holds for every page and every session that is made later.
 */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  app.on('session-created', denyPermissions)
  denyPermissions(session.defaultSession)
}

function denyPermissions(each: Session): void {
  each.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  each.setPermissionCheckHandler(() => false)
  each.setDevicePermissionHandler(() => false)
}
