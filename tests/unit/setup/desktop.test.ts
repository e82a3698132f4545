import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { planDemo } from '../../../scripts/launch/demo-flags.mjs'
import { desktopCommand, hasSessionBus } from '../../../scripts/launch/desktop.mjs'

const BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }

it('makes a screen and a bus where there is no display, even if a bus is there', () => {
  const expected = {
    command: 'xvfb-run',
    args: ['-a', '-s', '-screen 0 1360x860x24 -noreset', 'dbus-run-session', '--', 'app', '--flag']
  }
  expect(desktopCommand('app', ['--flag'], {}, 'linux')).toEqual(expected)
  expect(desktopCommand('app', ['--flag'], BUS, 'linux')).toEqual(expected)
})

it('makes only a bus where a display is but no bus', () => {
  expect(desktopCommand('app', ['--flag'], { DISPLAY: ':0' }, 'linux')).toEqual({
    command: 'dbus-run-session',
    args: ['--', 'app', '--flag']
  })
})

it.each([
  [{ DISPLAY: ':0', ...BUS }, 'linux'],
  [{ WAYLAND_DISPLAY: 'wayland-0', ...BUS }, 'linux'],
  [{}, 'darwin'],
  [{}, 'win32']
] as const)('changes nothing with %j on %s', (env, platform) => {
  expect(desktopCommand('app', ['--flag'], env, platform)).toEqual({ command: 'app', args: ['--flag'] })
})

it("finds the session bus at systemd's place", () => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-bus-'))
  expect(hasSessionBus({ XDG_RUNTIME_DIR: folder })).toBe(false)
  writeFileSync(join(folder, 'bus'), '')
  expect(hasSessionBus({ XDG_RUNTIME_DIR: folder })).toBe(true)
  rmSync(folder, { recursive: true })
})

it("keeps the demo's own flags and passes all others to the app", () => {
  expect(planDemo(['--once'])).toEqual({ flags: ['--once'], keepData: false, dataFolder: undefined })
  expect(planDemo(['--keep', '--x=1'])).toEqual({ flags: ['--x=1'], keepData: true, dataFolder: undefined })
})

it('never deletes a data folder that it was given', () => {
  expect(planDemo(['--data-dir=/d', '--once'])).toEqual({
    flags: ['--once'],
    keepData: true,
    dataFolder: '/d'
  })
})
