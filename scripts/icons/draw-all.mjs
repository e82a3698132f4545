import { runMain } from '../launch/main-script.mjs'
import { drawAppIcons } from './draw-app-icons.mjs'
import { withDrawing } from './drawing.mjs'
import { drawTrayIcons } from './draw-tray-icons.mjs'

runMain(() =>
  withDrawing(async (draw) => {
    await drawAppIcons(draw)
    await drawTrayIcons(draw)
  })
)
