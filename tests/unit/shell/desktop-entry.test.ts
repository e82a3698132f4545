import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { autostartFile } from '../../../src/main/login/autostart-file'
import { desktopEntryText, isOn } from '../../../src/main/login/desktop-entry'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-login-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const entry = (program: string, dataDir = '') => ({ command: [program, '--hidden'], folder: dataDir })

const execOf = (program: string) => /^Exec=(.*)$/m.exec(desktopEntryText(entry(program)))?.[1]

it('quotes a path as Exec wants it, and once more as the file does', () => {
  expect(execOf('/opt/Loa/loa')).toBe('/opt/Loa/loa --hidden')
  expect(execOf('/opt/My Apps/loa')).toBe('"/opt/My Apps/loa" --hidden')
  expect(execOf('/opt/100%/loa')).toBe('/opt/100%%/loa --hidden')
  expect(execOf('/opt/a"b`c$d/loa')).toBe('"/opt/a\\\\"b\\\\`c\\\\$d/loa" --hidden')
  expect(execOf('/opt/a\\b/loa')).toBe('"/opt/a\\\\\\\\b/loa" --hidden')
  expect(execOf('/opt/Công việc/loa')).toBe('"/opt/Công việc/loa" --hidden')
})

it('is off when a desktop has switched the file off, and for another data folder', () => {
  const text = desktopEntryText(entry('/opt/loa', '/data'))
  expect(isOn(text, '/data')).toBe(true)
  expect(isOn(text, '')).toBe(false)
  expect(isOn(`${text}Hidden=true\n`, '/data')).toBe(false)
  expect(isOn(text.replace('enabled=true', 'enabled=false'), '/data')).toBe(false)
  expect(isOn('', '')).toBe(false)
})

it('writes the file, sees that somebody deleted it, and takes it away', async () => {
  const file = join(folder, 'not there yet', 'autostart', 'loa.desktop')
  const login = autostartFile(file, entry('/opt/loa'))
  expect(await login.isOn()).toBe(false)
  await login.set(true)
  expect(await login.isOn()).toBe(true)
  expect(readFileSync(file, 'utf8')).toContain('Exec=/opt/loa --hidden\n')
  rmSync(file)
  expect(await login.isOn()).toBe(false)
  await login.set(true)
  await login.set(false)
  expect(await login.isOn()).toBe(false)
  await login.set(false)
})

it('brings the file up to date when Loa has moved, and leaves what is off or of another folder alone', async () => {
  const file = join(folder, 'loa.desktop')
  await autostartFile(file, entry('/old/loa')).set(true)
  await autostartFile(file, entry('/new/loa', '/data')).repair()
  expect(readFileSync(file, 'utf8')).toContain('Exec=/old/loa')
  await autostartFile(file, entry('/new/loa')).repair()
  expect(readFileSync(file, 'utf8')).toContain('Exec=/new/loa')

  writeFileSync(file, readFileSync(file, 'utf8').replace('enabled=true', 'enabled=false'))
  await autostartFile(file, entry('/newest/loa')).repair()
  expect(readFileSync(file, 'utf8')).toContain('Exec=/new/loa')
  rmSync(file)
  await autostartFile(file, entry('/newest/loa')).repair()
  expect(await autostartFile(file, entry('/newest/loa')).isOn()).toBe(false)
})

it('rejects when the folder refuses the file', async () => {
  const blocked = join(folder, 'autostart')
  mkdirSync(folder, { recursive: true })
  writeFileSync(blocked, 'a file where a folder should be')
  chmodSync(blocked, 0o400)
  await expect(autostartFile(join(blocked, 'loa.desktop'), entry('/opt/loa')).set(true)).rejects.toThrow()
})
