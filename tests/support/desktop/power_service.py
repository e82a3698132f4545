"""The power manager of an Xfce desktop on the session bus: records who keeps the computer awake.

Needs Debian's python3-dbus and python3-gi.
"""
import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop

from lines import say, serve

NAME = "org.freedesktop.PowerManagement"
INHIBIT = "org.freedesktop.PowerManagement.Inhibit"

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()


class PowerManagement(dbus.service.Object):
    last = 0

    def __init__(self):
        name = dbus.service.BusName(NAME, bus, do_not_queue=True)
        super().__init__(name, "/org/freedesktop/PowerManagement/Inhibit")

    @dbus.service.method(INHIBIT, in_signature="ss", out_signature="u")
    def Inhibit(self, _app, _reason):
        self.last += 1
        say(event="kept_awake", id=self.last)
        return self.last

    @dbus.service.method(INHIBIT, in_signature="u")
    def UnInhibit(self, cookie):
        say(event="may_sleep", id=int(cookie))


service = PowerManagement()
serve({})
