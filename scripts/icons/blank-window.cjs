// A window that nobody sees, in which pictures are drawn.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('about:blank'))
