import { join } from 'node:path'

/**
 * The sockets at which the session bus may be found, in the order in which they are to be tried: where the variable
 * says, else where systemd puts it. Other transports than sockets of this computer are left out.
 */
export function busSockets(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { DBUS_SESSION_BUS_ADDRESS: addresses, XDG_RUNTIME_DIR: runtime } = env
  if (addresses === undefined || addresses === '') {
    return runtime === undefined || runtime === '' ? [] : [join(runtime, 'bus')]
  }
  return addresses.split(';').flatMap((address) => {
    const [transport, options = ''] = address.split(':', 2)
    if (transport !== 'unix') return []
    for (const option of options.split(',')) {
      const [key, value = ''] = option.split('=', 2)
      if (key === 'path') return [unescaped(value)]
      if (key === 'abstract') return [`\0${unescaped(value)}`]
    }
    return []
  })
}

/** Addresses write unusual bytes as `%20`. */
function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
