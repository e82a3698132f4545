"""The desktop's notifications on the session bus: records each, and clicks or closes it on command.

Needs Debian's python3-dbus and python3-gi. Commands: `click ID`, `close ID`.
"""
import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop

from lines import say, serve

NAME = "org.freedesktop.Notifications"
DISMISSED = 2

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()


class Notifications(dbus.service.Object):
    last = 0

    def __init__(self):
        name = dbus.service.BusName(NAME, bus, do_not_queue=True)
        super().__init__(name, "/org/freedesktop/Notifications")

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return ["actions", "body", "body-markup", "persistence"]

    @dbus.service.method(NAME, out_signature="ssss")
    def GetServerInformation(self):
        return "loa-tests", "loa", "1", "1.2"

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, _app, replaces, _icon, title, body, _actions, _hints, _timeout):
        self.last = int(replaces) or self.last + 1
        say(event="notified", id=self.last, title=str(title), body=str(body))
        return self.last

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, number):
        say(event="closed", id=int(number))
        self.NotificationClosed(number, 3)

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, action):
        pass


service = Notifications()
serve({
    "click": lambda number: service.ActionInvoked(dbus.UInt32(int(number)), "default"),
    "close": lambda number: service.NotificationClosed(dbus.UInt32(int(number)), dbus.UInt32(DISMISSED)),
})
