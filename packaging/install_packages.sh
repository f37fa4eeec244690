#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing of the named sections of packages.txt: `install_packages.sh build run`.
# Asks dpkg first, so that a second call costs a moment and needs no rights.
set -euo pipefail
export LC_ALL=C

list="$(dirname "$(readlink -f "$0")")/packages.txt"

# The names in one section of the list.
section() {
    sed -n "/^\[$1\]\$/,/^\[/{/^[a-z0-9]/p}" "$list"
}

wanted=()
for name in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(section "$name")
done
if [ "${#wanted[@]}" -eq 0 ]; then
    echo "No section of $list was named; write for example: $0 build run" >&2
    exit 2
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system: install the equivalents of these Debian packages: ${wanted[*]}. Then run 'cmake --preset release && cmake --build --preset release'." >&2
    exit 1
fi

missing="$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort -u))"
if [ -z "$missing" ]; then
    exit 0
fi
mapfile -t missing <<<"$missing"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Packages are missing and installing them needs root, but there is no sudo: as root, run 'apt-get install --no-install-recommends ${missing[*]}', then start this again." >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} missing Debian packages: ${missing[*]}"
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"
}
if ! apt update; then
    echo "apt-get could not read its package sources (see above): check the network and /etc/apt/sources.list, then start this again." >&2
    exit 1
fi
if ! apt install -y --no-install-recommends "${missing[@]}"; then
    echo "apt-get could not install what is missing (see above): KPWatch needs Debian 12 (bookworm) or newer and the right to install packages." >&2
    exit 1
fi
