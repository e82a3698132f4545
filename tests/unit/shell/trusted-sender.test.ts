import { describe, expect, it } from 'vitest'
import { isTrustedSender, type Sender } from '../../../src/main/ipc/trusted-sender'

const frame = (url: string) => ({ url })
const mainFrame = frame('loa://app/index.html')
const ours = { mainFrame }
const allowed = { owns: (contents: unknown) => contents === ours, origin: 'loa://app' }
const isTrusted = (event: Sender<typeof ours>) => isTrustedSender(event, allowed)

describe('only the page of the own window is trusted', () => {
  it('trusts its main frame', () => {
    expect(isTrusted({ sender: ours, senderFrame: mainFrame })).toBe(true)
  })

  it('trusts no frame within it, whatever its address', () => {
    for (const url of ['loa://app/index.html', 'about:srcdoc', 'https://example.org/']) {
      expect(isTrusted({ sender: ours, senderFrame: frame(url) })).toBe(false)
    }
  })

  it('trusts no other window with the same page', () => {
    expect(isTrusted({ sender: { mainFrame }, senderFrame: mainFrame })).toBe(false)
  })

  it('trusts no other address, however alike', () => {
    for (const url of [
      'loa://report/index.html',
      'loa://app.example.org/',
      'https://app/',
      'file:///app',
      'about:blank',
      ''
    ]) {
      const there = { mainFrame: frame(url) }
      const event = { sender: there, senderFrame: there.mainFrame }
      expect(isTrustedSender(event, { owns: () => true, origin: 'loa://app' })).toBe(false)
    }
  })

  it('trusts no frame that is gone', () => {
    expect(isTrusted({ sender: ours, senderFrame: null })).toBe(false)
    const disposed = {
      sender: ours,
      get senderFrame(): { url: string } {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      }
    }
    expect(isTrusted(disposed)).toBe(false)
  })
})
