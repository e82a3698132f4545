import { PAINTS, type PaintName, type Texture } from './paint'

/** CSS pixels; the swatches of the legend have the same measures. */
const TILE = 6

/** The colours that a plot is drawn in, as the theme has them now. */
export interface CanvasPaints {
  readonly axis: string
  readonly grid: string
  readonly fill: (name: PaintName) => string | CanvasPattern
}

/** Reads the tokens where the plot stands: a canvas knows no variables, so this is done again when the theme changes. */
export function canvasPaints(host: Element, pxRatio: number): CanvasPaints {
  const style = getComputedStyle(host)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const made = new Map<PaintName, string | CanvasPattern>()
  const make = (name: PaintName) => {
    const colour = token(`--loa-chart-${name}`)
    const texture = PAINTS[name]
    if (texture === 'solid') return colour
    return patternOf(texture, colour, token('--loa-chart-texture'), pxRatio) ?? colour
  }
  return {
    axis: token('--mantine-color-dimmed'),
    grid: token('--loa-border'),
    fill: (name) => {
      const fill = made.get(name) ?? make(name)
      made.set(name, fill)
      return fill
    }
  }
}

type Textured = Exclude<Texture, 'solid'>

function patternOf(texture: Textured, colour: string, mark: string, pxRatio: number): CanvasPattern | null {
  const tile = document.createElement('canvas')
  const size = Math.round(TILE * pxRatio)
  tile.width = size
  tile.height = size
  const brush = tile.getContext('2d')
  if (brush === null) return null
  brush.fillStyle = colour
  brush.fillRect(0, 0, size, size)
  brush.scale(size / TILE, size / TILE)
  brush.fillStyle = mark
  brush.strokeStyle = mark
  MARKS[texture](brush)
  return brush.createPattern(tile, 'repeat')
}

const MARKS: Readonly<Record<Textured, (brush: CanvasRenderingContext2D) => void>> = {
  stripes: (brush) => {
    brush.lineWidth = 1.5
    brush.beginPath()
    // Over the corners too, so that the tiles join.
    for (const shift of [-TILE, 0, TILE]) {
      brush.moveTo(shift - 1, TILE + 1)
      brush.lineTo(shift + TILE + 1, -1)
    }
    brush.stroke()
  },
  dots: (brush) => {
    brush.beginPath()
    brush.arc(TILE / 2, TILE / 2, 1.2, 0, 2 * Math.PI)
    brush.fill()
  },
  rows: (brush) => brush.fillRect(0, 0, TILE, TILE / 3)
}
