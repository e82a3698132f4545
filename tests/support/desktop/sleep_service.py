"""logind on a bus that stands for the system's: tells the app of a sleep that does not happen.

Needs Debian's python3-dbus and python3-gi. Commands: `suspend`, `resume`.
"""
import os

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop

from lines import say, serve

NAME = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"

DBusGMainLoop(set_as_default=True)
bus = dbus.SystemBus()


class Manager(dbus.service.Object):
    def __init__(self):
        name = dbus.service.BusName(NAME, bus, do_not_queue=True)
        super().__init__(name, "/org/freedesktop/login1")

    @dbus.service.method(MANAGER, in_signature="ssss", out_signature="h")
    def Inhibit(self, what, _who, _why, _mode):
        kept, given = os.pipe()
        descriptor = dbus.types.UnixFd(given)
        os.close(given)
        say(event="inhibited", what=str(what), descriptor=kept)
        return descriptor

    @dbus.service.signal(MANAGER, signature="b")
    def PrepareForSleep(self, starting):
        pass


service = Manager()
serve({"suspend": lambda: service.PrepareForSleep(True), "resume": lambda: service.PrepareForSleep(False)})
