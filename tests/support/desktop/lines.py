"""What the services here share: one JSON object a line on stdout, one command a line on stdin."""
import json
import sys

from gi.repository import GLib


def say(**event):
    try:
        print(json.dumps(event, ensure_ascii=False), flush=True)
    except BrokenPipeError:
        raise SystemExit(0)


def serve(commands):
    """Runs until stdin is closed; `commands` are functions of the words of a line, by its first."""
    loop = GLib.MainLoop()

    def read(_file, _condition):
        words = sys.stdin.readline().split()
        if not words:
            loop.quit()
            return False
        commands[words[0]](*words[1:])
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, read)
    say(event="ready")
    loop.run()
