import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { takeGivenSecrets } from '../../../src/main/given-secrets'

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'loa-given-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file'), text)
  return join(folder, 'file')
}

describe('secrets that come with the environment', () => {
  it('are taken out of it, each for its gateway', () => {
    const env = {
      PATH: '/bin',
      LOA_GATEWAY_CUSTOM_API_KEY: ' key-1234 ',
      LOA_GATEWAY_CUSTOM_HEADERS_FILE: fileWith('{"X-Tenant": "tenant-1"}'),
      LOA_GATEWAY_REFERENCE_API_KEY_FILE: fileWith('key-5678\n'),
      LOA_GATEWAY_REFERENCE_API_KEY: ''
    }
    expect(takeGivenSecrets(env)).toEqual({
      custom: { Authorization: 'Bearer key-1234', 'X-Tenant': 'tenant-1' },
      reference: { Authorization: 'Bearer key-5678' }
    })
    expect(env).toEqual({ PATH: '/bin' })
  })

  it('are none where nothing is said', () => {
    expect(takeGivenSecrets({ PATH: '/bin' })).toEqual({})
  })

  it.each([
    ['API_KEY', () => 'hidden\nlines', /CUSTOM_API_KEY: a key is one line/],
    ['API_KEY_FILE', () => '/nonexistent/file', /API_KEY_FILE: the file .* \(ENOENT\)/],
    [
      'HEADERS_FILE',
      () => fileWith('{"Host": "hidden"}'),
      /HEADERS_FILE: the file is to hold headers as JSON/
    ]
  ])('that are wrong are named, and never said: %s', (name, value, sentence) => {
    const take = () => takeGivenSecrets({ [`LOA_GATEWAY_CUSTOM_${name}`]: value() })
    expect(take).toThrow(sentence)
    expect(take).not.toThrow(/hidden/)
  })
})
