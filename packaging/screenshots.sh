#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the README's pictures from the demo, so that they show what the program shows.
# Usage: packaging/screenshots.sh [path of kpwatch]   (default: build/release/kpwatch)
# Needs xvfb, xdotool and imagemagick (tests/run.sh installs them). Takes about three minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/release/kpwatch}
[ -x "$program" ] || { echo "screenshots.sh: $program is not there: build it with packaging/run.sh --no-start" >&2; exit 1; }
out=resources/readme
mkdir -p "$out"

# Xvfb chooses a free display itself and says which.
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 2>/dev/null)
xvfb=$!
read -r number <&3
export DISPLAY=:$number XDG_RUNTIME_DIR
XDG_RUNTIME_DIR=$(mktemp -d)
"$program" demo gradual --speed 2 &
demo=$!
trap 'kill "$demo" "$xvfb" 2>/dev/null || true; rm -rf "$XDG_RUNTIME_DIR"' EXIT

for _ in $(seq 60); do
    window=$(xdotool search --onlyvisible --name KPWatch 2>/dev/null | head -n 1) && [ -n "$window" ] && break
    sleep 0.5
done
xdotool windowsize "$window" 1440 900 mousemove 1439 2
sleep 175 # in the scenario, everything has failed by now, one after another
xdotool mousemove 832 574 # an outage of the morning: its card opens
sleep 1
import -window "$window" "$out/dashboard-light.png"
echo "$out/dashboard-light.png"
