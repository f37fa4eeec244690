#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what a screen reader is told of the window: role, name and description of all that shows, in the order in which
# it is read, over a real accessibility bus. To be read as a person who sees nothing would hear it.
# Usage: tests/screen_reader.sh [-p PROGRAM] [PLAY [SECONDS]]   (default: build/dev/kpwatch, quiet, 40)
# Needs xvfb, dbus, libglib2.0-bin, at-spi2-core, python3-pyatspi and gir1.2-atspi-2.0.
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/dev/kpwatch
if [ "${1:-}" = -p ]; then
    program=$2
    shift 2
fi
[ -x "$program" ] || { echo "screen_reader.sh: $program is not there: build it first" >&2; exit 1; }
if [ -z "${KPWATCH_OWN_BUS:-}" ]; then
    KPWATCH_OWN_BUS=yes exec dbus-run-session -- xvfb-run -a "$0" -p "$program" "$@"
fi

room=$(mktemp -d)
started=()
finish() {
    kill "${started[@]}" 2>/dev/null || true
    rm -rf "$room"
}
trap finish EXIT
export XDG_CONFIG_HOME=$room/config XDG_DATA_HOME=$room/data XDG_RUNTIME_DIR=$room
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent
/usr/libexec/at-spi-bus-launcher --launch-immediately >"$room/bus" 2>&1 &
started+=($!)
sleep 1
switched_on() { # a reader is there
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
        --method org.freedesktop.DBus.Properties.Set org.a11y.Status "$1" '<true>' >/dev/null
}
switched_on IsEnabled
switched_on ScreenReaderEnabled
"$program" demo "${1:-quiet}" >"$room/said" 2>&1 &
started+=($!)
sleep "${2:-40}"
/usr/bin/python3 - <<'PYTHON'
import sys
import pyatspi

MOST_CELLS = 40  # of a table


def read(node, depth):
    if depth > 0 and not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    role, said = node.getRoleName(), node.name
    if said or role not in ("filler", "panel"):
        print("  " * depth + f"{role}: {said}" + (f" — {node.description}" if node.description else ""))
        depth += 1
    for i, child in enumerate(node):
        if child is not None and (role != "table" or i < MOST_CELLS):
            read(child, depth)


for application in pyatspi.Registry.getDesktop(0):
    if application is not None and application.name.startswith("kpwatch"):
        for window in application:
            read(window, 0)
        sys.exit()
sys.exit("the program is not on the accessibility bus")
PYTHON
