"""Starts what a home's autostart folder holds, through GLib, as GNOME and others do at log-in. Argument: the folder."""
import sys
from pathlib import Path

from gi.repository import Gio

for file in sorted(Path(sys.argv[1]).glob("*.desktop")):
    entry = Gio.DesktopAppInfo.new_from_filename(str(file))
    if entry is None:
        sys.exit(f"{file} starts nothing")
    if not entry.get_is_hidden():
        entry.launch([], None)
