#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

explain() {
    cat <<'END'
Usage: packaging/run.sh [--no-start] [ARGUMENT...]

Installs the Debian packages that are missing (asking for your password through
sudo if need be), builds KPWatch in build/release and starts it with the
ARGUMENTs. Run it again at any time: what is done already is not done again.

  --no-start   build only
  -h, --help   this text; for the program's own: packaging/run.sh -- --help
END
}

start=yes
case "${1-}" in
-h | --help)
    explain
    exit 0
    ;;
--no-start)
    start=no
    shift
    ;;
--) shift ;;
esac

cd "$(dirname "$(readlink -f "$0")")/.."
packaging/install_packages.sh build run

if ! command -v c++ >/dev/null; then
    echo "There is no C++ compiler on the PATH although build-essential is installed: check that /usr/bin is in PATH ($PATH)." >&2
    exit 1
fi

log=build/release-configure.log
mkdir -p build
if ! cmake --preset release >"$log" 2>&1; then
    cat "$log" >&2
    echo "CMake could not configure the build (see above); if build/release comes from another machine or folder, delete it and start this again." >&2
    exit 1
fi
cmake --build --preset release

program="$PWD/build/release/kpwatch"
if [ "$start" = no ]; then
    echo "Built $program"
    exit 0
fi
if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && [ $# -eq 0 ]; then
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the dashboard cannot open."
    echo "To watch from this terminal instead: $program collect"
    exit 0
fi
exec "$program" "$@"
