import { expect, it } from 'vitest'
import { isHarmlessNoise } from '../../../scripts/launch/chromium-noise.mjs'

it.each([
  '[3978:1123/022032.501397:ERROR:bus.cc(399)] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
  '[12:34:1123/022032.501397:ERROR:dbus/object_proxy.cc:590] Failed to call method: org.freedesktop.DBus.NameHasOwner: object_path= /org',
  '[4045:1123/022035.550325:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization',
  '[1:1123/022035.550325:ERROR:gpu_process_host.cc(956)] GPU process exited unexpectedly: exit_code=139',
  "dbus-daemon[39]: [session uid=0 pid=39] Activating service name='org.a11y.Bus' requested by ':1.2' (uid=0)",
  'dbus-daemon[9418]: [session uid=0 pid=9418] org.freedesktop.DBus.Error.AccessDenied: Failed to set fd limit to 65536'
])('hides %s', (line) => {
  expect(isHarmlessNoise(line)).toBe(true)
})

it.each([
  '',
  'Error: Failed to connect to the bus',
  '[3978:1123/022032.501397:ERROR:bus.cc(399)] something new',
  '[3978:1123/022032.501397:FATAL:gpu_data_manager_impl_private.cc(415)] GPU process is not usable. Goodbye.',
  '[3978:1123/022032.501397:ERROR:CONSOLE(12)] "Uncaught TypeError: x is not a function"',
  'dbus-daemon[39]: [session uid=0 pid=39] Unable to start: out of memory',
  'TypeError: cannot read properties of undefined (reading GPU process)'
])('shows %j', (line) => {
  expect(isHarmlessNoise(line)).toBe(false)
})
