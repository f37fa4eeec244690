#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A person's computer in short: the Debian package is made twice and must be the same, lintian must have no error, and in
# a clean Debian 12 it is installed, used, upgraded, removed and purged. Needs root, a Debian mirror (MIRROR, as in
# debootstrap) and some minutes; leaves build/installed behind, which holds the clean tree for the next time.
# Usage: installed.sh [PACKAGE.deb]: this one, made before, instead of one made twice here.
set -euo pipefail
made=${1:+$(readlink -f "$1")}
cd "$(dirname "$(readlink -f "$0")")/../.."
[ "$(id -u)" -eq 0 ] || { echo "installed.sh makes a Debian tree with debootstrap and needs root: start it with sudo." >&2; exit 1; }
packaging/install_packages.sh package-test

claim() { echo "=== $*"; }
work=$PWD/build/installed
mkdir -p "$work"

if [ -z "$made" ]; then
    claim "the same source gives the same package"
    packaging/deb.sh
    made=$(ls -t build/release/package/kpwatch_*.deb | head -n 1)
    cp "$made" "$work/first.deb"
    rm -rf build/release # two builds, not one packed twice
    CCACHE_DISABLE=1 packaging/deb.sh
    cmp "$work/first.deb" "$made"
fi

claim "lintian has no error"
lintian --fail-on error --suppress-tags-from-file packaging/deb/lintian-accepted "$made"

claim "a clean Debian takes the package of before"
clean=$work/clean root=$work/root
[ -d "$clean" ] || debootstrap --variant=minbase bookworm "$clean.part" "${MIRROR-}"
[ -d "$clean" ] || mv "$clean.part" "$clean"
cleanUp() {
    umount "$root/proc" 2>/dev/null || true
    rm -rf "$root"
}
cleanUp
trap cleanUp EXIT
cp -a "$clean" "$root"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
rm -f "$root/etc/apt/sources.list"
cp -r /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Without a network but loopback: nothing that a person starts here may leave.
as_person() {
    unshare -n chroot "$root" sh -c 'ip link set lo up 2>/dev/null; exec "$@"' sh \
        setpriv --reuid=person --regid=person --clear-groups env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 \
        HOME=/home/person XDG_RUNTIME_DIR=/tmp/run "$@"
}
older=$work/older
rm -rf "$older"
dpkg-deb -R "$made" "$older"
sed -i 's/^Version: .*/Version: 0.0.1-1/' "$older/DEBIAN/control"
dpkg-deb --root-owner-group -b "$older" "$root/older.deb" >/dev/null
cp "$made" "$root/kpwatch.deb"
inside apt-get -q update
inside apt-get -q install -y --no-install-recommends ./older.deb iproute2 xvfb xauth xdotool
inside useradd -m person
inside install -d -m 700 -o person /tmp/run

claim "it watches, and its record is there"
as_person kpwatch collect --accept-notice --for 3s
as_person kpwatch status >/dev/null
as_person kpwatch export --from -1h -o /home/person/before.jsonl

claim "it is brought to this version, with the record in place"
inside apt-get -q install -y ./kpwatch.deb
[ "$(inside dpkg-query -W -f '${Version}' kpwatch)" != 0.0.1-1 ]
as_person kpwatch export --from -1h -o /home/person/after.jsonl
cmp "$root/home/person/before.jsonl" "$root/home/person/after.jsonl"
as_person kpwatch verify

claim "its window opens, and a chart is saved"
as_person xvfb-run -a sh -c 'timeout 40 kpwatch demo & for i in $(seq 60); do
    xdotool search --onlyvisible --name KPWatch && break; sleep 0.5; done; found=$?; kill %1; wait; exit $found'
as_person kpwatch chart --from -1h -o /home/person/chart.png
[ "$(head -c 4 "$root/home/person/chart.png" | tail -c 3)" = PNG ]

claim "everything is where a desktop looks for it"
for file in man/man1/kpwatch.1.gz applications/org.kpwatch.kpwatch.desktop metainfo/org.kpwatch.kpwatch.metainfo.xml \
    icons/hicolor/48x48/apps/org.kpwatch.kpwatch.png bash-completion/completions/kpwatch doc/kpwatch/manual/index.html \
    doc/kpwatch/OFL-1.1.txt; do
    inside dpkg -L kpwatch | grep -x "/usr/share/$file"
done

claim "removed and purged, and what is the person's stays"
inside apt-get -q purge -y kpwatch
if inside which kpwatch; then exit 1; fi
[ -z "$(find "$root/usr" "$root/etc" -name '*kpwatch*' -print -quit)" ]
[ -s "$root/home/person/.local/share/kpwatch/history.db" ]
echo "All passed."
