#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of README and manual from the demo, so that they show what the program shows.
# Usage: packaging/screenshots.sh [path of kpwatch]   (default: build/release/kpwatch)
# Needs xvfb, xdotool and imagemagick (tests/run.sh installs them). Takes about four minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/release/kpwatch}
[ -x "$program" ] || { echo "screenshots.sh: $program is not there: build it with packaging/run.sh --no-start" >&2; exit 1; }
out=resources/readme
mkdir -p "$out"

# Xvfb chooses a free display itself and says which. No key repeats itself (-r), however long the machine stands still.
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 -noreset -r 2>/dev/null)
xvfb=$!
read -r number <&3
export DISPLAY=:$number XDG_RUNTIME_DIR
XDG_RUNTIME_DIR=$(mktemp -d)
# Not in the language, at the clock and in the colours of whoever makes them.
export LC_ALL=C.UTF-8 TZ=UTC
unset LANGUAGE DBUS_SESSION_BUS_ADDRESS
"$program" demo gradual --speed 2 &
demo=$!
trap 'kill "$demo" 2>/dev/null && wait "$demo" || true; kill "$xvfb"; rm -rf "$XDG_RUNTIME_DIR"' EXIT

for _ in $(seq 240); do
    window=$(xdotool search --onlyvisible --name KPWatch 2>/dev/null | head -n 1) && [ -n "$window" ] && break
    sleep 0.5
done
xdotool windowsize "$window" 1440 900 mousemove 1439 2
sleep 175 # in the scenario, everything has failed by now, one after another
xdotool mousemove 832 584 # an outage of the morning: its card opens
sleep 1
import -window "$window" "$out/dashboard-light.png"

# The manual shows them smaller.
manual=resources/manual
convert "$out/dashboard-light.png" -resize 720x "$manual/window.png"
xdotool windowfocus "$window" key ctrl+2
sleep 2
xdotool mousemove 300 176 click --repeat 2 --delay 100 1 # the first in the list
sleep 3
xdotool mousemove 1439 2
sleep 1
import -window "$window" "$manual/review.png"
mogrify -resize 720x "$manual/review.png"
xdotool windowfocus "$window" key ctrl+1 key ctrl+e
sleep 3
dialog=$(xdotool search --onlyvisible --name Export | tail -n 1)
import -window "$dialog" "$manual/export.png"
mogrify -resize 720x "$manual/export.png"
ls "$out"/*.png "$manual"/*.png
