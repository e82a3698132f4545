import { expect, it } from 'vitest'
import { busSockets } from '../../../src/main/session-bus/bus-address'
import { decodeMessage, encodeCall, messageLength } from '../../../src/main/session-bus/bus-message'

it('finds the bus where the variable says, else where systemd puts it', () => {
  expect(busSockets({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus,guid=ab' })).toEqual([
    '/run/user/1/bus'
  ])
  expect(busSockets({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a;unix:abstract=/tmp/b%20c,guid=1' })).toEqual([
    '\0/tmp/b c'
  ])
  expect(busSockets({ XDG_RUNTIME_DIR: '/run/user/1' })).toEqual(['/run/user/1/bus'])
  expect(busSockets({ DBUS_SESSION_BUS_ADDRESS: '' })).toEqual([])
})

it('reads back what it writes, whatever its length', () => {
  for (const args of [[], ['a'], ['Nguyễn', ''], ['x'.repeat(300)]]) {
    const bytes = encodeCall(7, { destination: 'a.b', path: '/c', interface: 'a.b.C', member: 'Do', args })
    expect(messageLength(bytes)).toBe(bytes.length)
    expect(messageLength(bytes.subarray(0, 15))).toBeNull()
    expect(decodeMessage(bytes)).toMatchObject({ interface: 'a.b.C', member: 'Do', body: args })
  }
})

it('reads a boolean in a variant, in either order of bytes, and takes what it does not know for nothing', () => {
  /** A method return to serial 3 with the body `<true>`. */
  const little = Buffer.from(
    '6c02010108000000090000000f000000' + '0501750003000000' + '0801670001760000' + '0162000001000000',
    'hex'
  )
  const big = Buffer.from(
    '4202010100000008000000090000000f' + '0501750000000003' + '0801670001760000' + '0162000000000001',
    'hex'
  )
  for (const bytes of [little, big]) {
    expect(messageLength(bytes)).toBe(bytes.length)
    expect(decodeMessage(bytes)).toMatchObject({ type: 'answer', replyTo: 3, body: [true] })
  }
  const dictionary = Buffer.from(little)
  dictionary.write('x', 29)
  expect(decodeMessage(dictionary)).toMatchObject({ replyTo: 3, body: [] })
})
