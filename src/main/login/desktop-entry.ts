/** The file that starts a program at log-in on Linux desktops, by the Desktop Entry and Autostart specifications. */
export interface DesktopEntry {
  /** The program and its arguments. */
  readonly command: readonly string[]
  /** The data folder that it belongs to; empty for the usual one. */
  readonly folder: string
}

const FOLDER_KEY = 'X-Loa-Data-Folder'

/** The text of the file. */
export const desktopEntryText = ({ command, folder }: DesktopEntry): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Loa',
    'Comment=Starts Loa in the tray, so that campaigns go out on time',
    'Comment[vi]=Mở Loa trong khay hệ thống để các chiến dịch được gửi đúng giờ',
    `Exec=${inEntry(command.map(quoted).join(' '))}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    `${FOLDER_KEY}=${inEntry(folder)}`,
    ''
  ].join('\n')

/** Does a file start Loa at log-in, and on this data folder? Desktops turn such files off without deleting them. */
export function isOn(text: string, folder: string): boolean {
  const lines = text.split(/\r?\n/)
  const isHidden = lines.some((line) => /^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/i.test(line))
  return !isHidden && lines.includes(`${FOLDER_KEY}=${inEntry(folder)}`)
}

/** One argument of `Exec`. A percent sign would begin a field code. */
function quoted(argument: string): string {
  const text = argument.replaceAll('%', '%%')
  return /^[A-Za-z0-9_./:=@,+%-]+$/.test(text) ? text : `"${text.replace(/["`$\\]/g, '\\$&')}"`
}

/** A value as the file holds it: on top of the rules of `Exec`, so a backslash in a path becomes four. */
const inEntry = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')
