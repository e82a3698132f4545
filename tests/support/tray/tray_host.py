"""A StatusNotifier watcher and host on the session bus: what a desktop's panel is to a tray icon.

Needs Debian's python3-dbus and python3-gi. Reads one command a line on stdin (`menu`, `tooltip`, `colour`, `icons`,
`host`,
`click LABEL`, `activate`) and answers each with one line of JSON on stdout; `{"event": ...}` lines come unasked. An entry
of a submenu is clicked by its path: `Run now/Tea`.
"""
import json
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
REFUSED = "org.freedesktop.DBus.Error.Failed"
ATTEMPTS = 5

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
loop = GLib.MainLoop()
icons = []  # (bus name, object path), oldest first


def say(**answer):
    try:
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    except BrokenPipeError:
        loop.quit()


class Watcher(dbus.service.Object):
    has_host = "--no-host" not in sys.argv

    def __init__(self):
        name = dbus.service.BusName(WATCHER, bus, do_not_queue=True)
        super().__init__(name, "/StatusNotifierWatcher")

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        is_path = service.startswith("/")
        icons.append((sender, service) if is_path else (service, "/StatusNotifierItem"))
        self.StatusNotifierItemRegistered(service)
        say(event="icon")

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, _service):
        self.has_host = True
        self.StatusNotifierHostRegistered()

    @dbus.service.signal(WATCHER, signature="s")
    def StatusNotifierItemRegistered(self, service):
        pass

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostRegistered(self):
        pass

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, _interface):
        return {
            "RegisteredStatusNotifierItems": dbus.Array([n + p for n, p in icons], signature="s"),
            "IsStatusNotifierHostRegistered": self.has_host,
            "ProtocolVersion": dbus.Int32(0),
        }


def properties():
    if not icons:
        raise LookupError("no tray icon is registered")
    name, path = icons[-1]
    return dbus.Interface(bus.get_object(name, path), PROPERTIES).GetAll(ITEM)


def menu():
    return dbus.Interface(bus.get_object(icons[-1][0], properties()["Menu"]), MENU)


def entries():
    _revision, root = menu().GetLayout(0, -1, dbus.Array([], signature="s"))
    return [entry_of(*node) for node in root[2]]


def entry_of(number, values, children):
    return {
        "id": int(number),
        "label": str(values.get("label", "")).replace("__", "\0").replace("_", "").replace("\0", "_"),
        "separator": values.get("type") == "separator",
        "enabled": bool(values.get("enabled", True)),
        "checked": int(values.get("toggle-state", 0)) == 1,
        "children": [entry_of(*child) for child in children],
    }


def entry_at(path):
    among = entries()
    for label in path.split("/"):
        entry = next((entry for entry in among if entry["label"] == label), None)
        if entry is None:
            raise LookupError(f"no menu entry {label!r} among {[each['label'] for each in among]}")
        among = entry["children"]
    return entry


def colour():
    """The colour of the badge in the icon's lower right corner, as the panel gets it."""
    width, height, pixels = max(properties()["IconPixmap"], key=lambda size: size[0])
    column, row = round(width * 0.58), round(height * 0.77)
    _alpha, red, green, blue = bytes(pixels)[(row * width + column) * 4:][:4]
    return f"#{red:02x}{green:02x}{blue:02x}"


def click(label):
    # The app may replace its menu between the reading and the click; the old number is then refused, and a panel
    # would have read the new menu by now.
    for attempt in range(ATTEMPTS):
        entry = entry_at(label)
        try:
            menu().Event(entry["id"], "clicked", dbus.Int32(0, variant_level=1), dbus.UInt32(0))
            return
        except dbus.DBusException as error:
            if error.get_dbus_name() != REFUSED or attempt == ATTEMPTS - 1:
                raise


def answer(line):
    command, _, argument = line.partition(" ")
    if command == "menu":
        return {"menu": entries()}
    if command == "tooltip":
        return {"tooltip": str(properties()["ToolTip"][2])}
    if command == "colour":
        return {"colour": colour(), "width": int(max(size[0] for size in properties()["IconPixmap"]))}
    if command == "icons":
        return {"icons": len(icons)}
    if command == "click":
        click(argument)
        return {}
    if command == "host":
        watcher.RegisterStatusNotifierHost("")
        return {}
    if command == "activate":
        dbus.Interface(bus.get_object(*icons[-1]), ITEM).Activate(0, 0)
        return {}
    raise LookupError(f"unknown command {command!r}")


def read_command(_file, _condition):
    line = sys.stdin.readline()
    if not line:
        loop.quit()
        return False
    try:
        say(ok=True, **answer(line.rstrip("\n")))
    except Exception as error:
        say(ok=False, error=str(error))
    return True


def owner_changed(name, _old, new):
    gone = [icon for icon in icons if icon[0] == name and not new]
    for icon in gone:
        icons.remove(icon)
        say(event="gone")


watcher = Watcher()
bus.add_signal_receiver(owner_changed, "NameOwnerChanged", "org.freedesktop.DBus")
GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, read_command)
say(event="ready")
loop.run()
