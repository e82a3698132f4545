import { describe, expect, it } from 'vitest'
import { watchNetwork } from '../../../src/engine/channels/gateway/network-watch'

describe('the watch over the network', () => {
  it('tells of a change once, and of the way back', () => {
    let addresses = 'wlan0 192.168.1.7'
    const isOther = watchNetwork(() => addresses)
    expect(isOther()).toBe(false)
    addresses = 'wlan0 10.0.0.3'
    expect(isOther()).toBe(true)
    expect(isOther()).toBe(false)
    addresses = 'wlan0 192.168.1.7'
    expect(isOther()).toBe(true)
  })

  it('does not mistake an unchanged computer for another', () => {
    const isOther = watchNetwork()
    expect(isOther()).toBe(false)
  })
})
