import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Area, placeIn, SMALLEST, type WindowPlace } from '../../../src/main/window/window-place'

const laptop = { x: 0, y: 0, width: 1440, height: 860 }
const right = { x: 1440, y: -200, width: 2560, height: 1400 }
const place = (changes: Partial<WindowPlace>): WindowPlace => ({
  x: 100,
  y: 80,
  width: 1000,
  height: 700,
  maximized: false,
  ...changes
})

describe('where the window opens', () => {
  it('is the middle of the main screen the first time', () => {
    expect(placeIn([laptop, right], null)).toEqual({
      x: 80,
      y: 20,
      width: 1280,
      height: 820,
      maximized: false
    })
  })

  it('is where it was, on any screen', () => {
    for (const there of [place({}), place({ x: 1500, y: -150 }), place({ maximized: true })]) {
      expect(placeIn([laptop, right], there)).toEqual(there)
    }
  })

  it('is the middle of the main screen when its own is gone', () => {
    expect(placeIn([laptop], place({ x: 2000, y: 300, maximized: true }))).toEqual(
      place({ x: 220, y: 80, maximized: true })
    )
  })

  it('lies wholly on the screen that holds most of it', () => {
    expect(placeIn([laptop, right], place({ x: 1300 }))).toEqual(place({ x: 1440 }))
    expect(placeIn([laptop], place({ x: -900, y: -60 }))).toEqual(place({ x: 0, y: 0 }))
  })

  it('is no larger than the screen, and no smaller than the window can be', () => {
    expect(placeIn([laptop], place({ width: 3000, height: 2000 }))).toMatchObject(laptop)
    const small = { x: 0, y: 0, width: 800, height: 500 }
    expect(placeIn([small], place({ width: 10 }))).toMatchObject({ x: 0, y: 0, ...SMALLEST })
  })

  it('can always be reached, whatever was remembered', () => {
    const coordinate = fc.integer({ min: -9_000, max: 9_000 })
    const extent = fc.integer({ min: 1, max: 9_000 })
    const area: fc.Arbitrary<Area> = fc.record({
      x: coordinate,
      y: coordinate,
      width: extent,
      height: extent
    })
    const remembered = fc.option(
      fc.tuple(area, fc.boolean()).map(([bounds, maximized]): WindowPlace => ({ ...bounds, maximized }))
    )
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 4 }), remembered, (screens, before) => {
        const { x, y } = placeIn(screens, before)
        // The corner with the title bar's beginning.
        return screens.some(
          (screen) =>
            x >= screen.x && y >= screen.y && x < screen.x + screen.width && y < screen.y + screen.height
        )
      })
    )
  })
})
