import { expect, it } from 'vitest'
import { npmFailure } from '../../../scripts/set-up/npm-failure.mjs'
import { formatProgress, runStep } from '../../../scripts/set-up/progress.mjs'
import { SetupError, describeFailure } from '../../../scripts/set-up/setup-error.mjs'

it('shows an expected failure as two sentences, without a stack', () => {
  expect(describeFailure(new SetupError('It broke.', 'Mend it.'))).toBe('It broke.\nMend it.')
})

it('shows the last lines of what a program said above them', () => {
  const detail = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n')
  const shown = describeFailure(new SetupError('It broke.', 'Mend it.', detail)).split('\n')
  expect(shown[0]).toBe('line 60')
  expect(shown.slice(-3)).toEqual(['', 'It broke.', 'Mend it.'])
})

it('has a hint for a full disk and a stack for a bug', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  expect(describeFailure(full)).toContain('Free some disk space')
  expect(describeFailure(new TypeError('a bug'))).toContain('messages.test.ts')
})

it.each([
  ['npm warn x\nnpm error code ECONNREFUSED\nnpm error     at a stack', 'could not be reached'],
  ['npm error code EUSAGE\nnpm error\nnpm error Missing: a@ from lock file', 'npm install'],
  ['npm error code EBADPLATFORM', 'Run the command again']
])('reads the failure of npm: %j', (output, hint) => {
  const failure = npmFailure('It could not be installed.', output)
  expect(failure.hint).toContain(hint)
  expect(failure.detail).not.toMatch(/npm warn| at a stack/)
})

it('writes progress as seconds and, once something arrived, megabytes', () => {
  expect(formatProgress(4_400, 0)).toBe('4 s')
  expect(formatProgress(12_000, 84_300_000)).toBe('12 s, 84 MB')
})

it('ends each step with done or failed, and hands on what the task did', async () => {
  let written = ''
  const output = Object.assign(Object.create(process.stderr) as NodeJS.WriteStream, {
    isTTY: false as true,
    write: (text: string) => Boolean((written += text))
  })
  await expect(runStep('Digging', () => Promise.resolve(7), { output })).resolves.toBe(7)
  await expect(runStep('Filling', () => Promise.reject(new Error('no')), { output })).rejects.toThrow('no')
  expect(written).toBe('  Digging ...\n  Digging: done, 0 s\n  Filling ...\n  Filling: failed, 0 s\n')
})
