/** Chromium's log prefix: [pid:date:LEVEL:file(line)], since 2023 with a folder and a colon before the line. */
const CHROMIUM_LINE =
  /^\[\d+(?::\d+)?:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING|INFO):(?:[\w/]+\/)?([\w.]+)[(:]\d+\)?\] (.*)$/

/** What each source file says on a machine without a system bus or a GPU; the app works all the same. */
const HARMLESS = new Map([
  ['bus.cc', /Failed to connect to the bus/],
  ['object_proxy.cc', /Failed to call method: org\.freedesktop\./],
  ['gpu_process_host.cc', /GPU process/],
  ['gpu_channel_manager.cc', /Failed to create GLES/],
  ['viz_main_impl.cc', /Exiting GPU process/],
  ['command_buffer_proxy_impl.cc', /ContextResult::kTransientFailure/],
  ['gpu_memory_buffer_support_x11.cc', /dri3 extension not supported/],
  ['gl_surface_egl.cc', /./],
  ['angle_platform_impl.cc', /./],
  ['browser_main_loop.cc', /GLib/]
])

/** The private session bus reports every service that it starts, and that a container caps its open files. */
const BUS_LINE =
  /^dbus-daemon\[\d+\]: \[session uid=\d+ [^\]]*\] (?:Activating |Successfully activated |.*Failed to set fd limit)/

/**
 * True for a line of stderr that is known to mean nothing for the person who reads it.
 * @param {string} line
 */
export function isHarmlessNoise(line) {
  const [, file = '', text = ''] = CHROMIUM_LINE.exec(line) ?? []
  return BUS_LINE.test(line) || HARMLESS.get(file)?.test(text) === true
}
