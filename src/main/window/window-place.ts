/** A part of the desktop, in screen coordinates. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was, and whether it filled the screen: the area is the one it goes back to then. */
export interface WindowPlace extends Area {
  readonly maximized: boolean
}

/** The least that the window is drawn for, and what it gets the first time. */
export const SMALLEST = { width: 860, height: 560 } as const
const FIRST = { width: 1280, height: 820 } as const

/**
 * Where the window opens: where it was, brought wholly into the screen that holds most of it; when that screen is gone or
 * nothing is remembered, into the middle of the first one.
 *
 * @param screens the parts of the screens that panels leave free; the main one first
 */
export function placeIn(screens: readonly Area[], remembered: WindowPlace | null): WindowPlace {
  const wanted = remembered ?? { ...FIRST, x: 0, y: 0, maximized: false }
  const main = screens[0] ?? { x: 0, y: 0, ...FIRST }
  const home = remembered === null ? undefined : mostOf(screens, remembered)
  const screen = home ?? main
  // A screen smaller than the smallest window shows its upper left part, where the title bar is.
  const width = Math.max(SMALLEST.width, Math.min(wanted.width, screen.width))
  const height = Math.max(SMALLEST.height, Math.min(wanted.height, screen.height))
  const middle = {
    x: screen.x + Math.floor((screen.width - width) / 2),
    y: screen.y + Math.floor((screen.height - height) / 2)
  }
  const { x, y } = home === undefined ? middle : wanted
  return {
    x: within(x, screen.x, screen.x + screen.width - width),
    y: within(y, screen.y, screen.y + screen.height - height),
    width,
    height,
    maximized: wanted.maximized
  }
}

function mostOf(screens: readonly Area[], window: Area): Area | undefined {
  const shared = (screen: Area) =>
    Math.max(0, Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x)) *
    Math.max(0, Math.min(screen.y + screen.height, window.y + window.height) - Math.max(screen.y, window.y))
  return screens.filter((screen) => shared(screen) > 0).sort((a, b) => shared(b) - shared(a))[0]
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
