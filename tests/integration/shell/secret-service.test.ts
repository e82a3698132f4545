import { describe, expect, it, onTestFinished } from 'vitest'
import { secretServiceState } from '../../../src/main/keychain/secret-service'
import { Keyring } from '../../support/desktop/keyring'

async function openKeyring() {
  const keyring = await Keyring.start()
  onTestFinished(() => keyring.stop())
  return { keyring, state: () => secretServiceState(keyring.env['DBUS_SESSION_BUS_ADDRESS']) }
}

describe('the keychain of a Linux session', () => {
  it('is open, locked and open again, as a real keyring says', async () => {
    const { keyring, state } = await openKeyring()
    expect(await state()).toBe('open')
    await keyring.lock()
    expect(await state()).toBe('locked')
    keyring.unlock()
    expect(await state()).toBe('open')
  })

  it('counts as locked while it hangs, and is not waited for', async () => {
    const { keyring, state } = await openKeyring()
    keyring.freeze(true)
    expect(await state()).toBe('locked')
    keyring.freeze(false)
    expect(await state()).toBe('open')
  }, 20_000)

  it.each([undefined, '', 'disabled:', 'unix:path=/nonexistent/bus', 'tcp:host=localhost'])(
    'is absent where there is no bus: %s',
    async (address) => {
      expect(await secretServiceState(address)).toBe('absent')
    }
  )
})
