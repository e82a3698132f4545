import { join } from 'node:path'
import { runMain } from './launch/main-script.mjs'
import { runOnDesktop } from './launch/run-on-desktop.mjs'
import { projectRoot } from './set-up/project-paths.mjs'

// Draws all icons anew, after a change of resources/icon.svg or of the drawings in resources/tray.
runMain(() => runOnDesktop(process.execPath, [join(projectRoot, 'scripts', 'icons', 'draw-all.mjs')]))
