#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every command that README, manual and man page show is run as it stands there, in a home of its own, with a record made
# before.
# Usage: documented_commands.sh PROGRAM
set -uo pipefail
program=$(readlink -f "$1")
cd "$(dirname "$(readlink -f "$0")")/../.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/bin" "$home/run"
chmod 700 "$home/run"
ln -s "$program" "$home/bin/kpwatch"
export HOME=$home XDG_DATA_HOME=$home/.local/share XDG_RUNTIME_DIR=$home/run PATH=$home/bin:$PATH QT_QPA_PLATFORM=offscreen

commands=$(
    sed -n 's/^\.Dl kpwatch/kpwatch/p' packaging/kpwatch.1
    for page in README.md resources/manual/*.md; do
        sed -n '/^```sh$/,/^```$/p' "$page" | grep -v '^```'                    # whole lines
        grep -v '^#' "$page" | grep -oE '`kpwatch( [^`]*)?`' | tr -d '`'        # in running text
    done | sed -E 's/ +# .*//; s|build/release/||; s/ *$//' | sort -u
)

# A colleague's file and some rows of our own, without a packet: the watchlist asks this computer alone.
cat >"$home/watchlist.json" <<'END'
{"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s","probe":{"kind":"http","url":"http://127.0.0.1:9/"}}]}
END
kpwatch collect --accept-notice --watchlist "$home/watchlist.json" --for 3s >/dev/null || exit 1
cd "$home" || exit 1
kpwatch export --from -1h -o FILE.jsonl >/dev/null && cp FILE.jsonl FILE || exit 1

# The exit code to expect; "ends" is for what a person would end; "other" for commands that are not ours.
expected() {
    case $1 in
    "kpwatch" | "kpwatch demo"*) echo ends ;;
    "kpwatch FILE.png") echo 2 ;; # it is no picture
    "kpwatch incident ID"* | "kpwatch evidence ID"*) echo 1 ;; # none is called so
    "kpwatch verify FILE.zip" | "kpwatch import FILE.zip") echo 2 ;; # nothing was packed here
    "kpwatch erase"*) echo 1 ;;       # nobody types the confirmation
    "kpwatch import FILE") echo 2 ;;  # that file is our own
    "kpwatch collect"*) echo 2 ;;     # nobody has agreed, and nobody is there to be asked: nothing is sent
    "kpwatch "*) echo 0 ;;
    packaging/* | tests/* | systemctl* | loginctl* | journalctl*) echo other ;;
    *) echo unknown ;;
    esac
}

failures=0
while IFS= read -r command; do
    want=$(expected "$command")
    [ "$want" = other ] && continue
    rm -f FILE.png FILE.csv FILE.db outage.png outage.pdf
    run=${command//\[PLAY\]/}
    run=${run/%-o FILE/-o FILE.jsonl}
    agreed=$XDG_DATA_HOME
    [ "$want" = 2 ] && agreed=$home/nobody
    # shellcheck disable=SC2086
    said=$(XDG_DATA_HOME=$agreed timeout 6 $run </dev/null 2>&1)
    code=$?
    [ "$want" = ends ] && want=124
    if [ "$code" = "$want" ]; then
        echo "passed: $command"
    else
        printf 'FAILED: %s\nexit code %s, expected %s\n%s\n' "$command" "$code" "$want" "$said"
        failures=$((failures + 1))
    fi
done <<<"$commands"
[ "$failures" -eq 0 ] && [ "$(wc -l <<<"$commands")" -ge 15 ]
