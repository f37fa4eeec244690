#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The systemd user unit under a real user manager: it watches, is restarted after a crash, stops in order, and does not
# insist where a person has to say something first. In namespaces of its own: nothing leaves, and no other manager sees it.
# Usage: user_manager.sh PROGRAM. Ends with 77, and says why, where no user manager can run.
set -uo pipefail
here=$(dirname "$(readlink -f "$0")")
skip() { echo "skipped: $*"; exit 77; }

if [ "${1-}" != --inside ]; then
    program=$(readlink -f "$1")
    [ "$(id -u)" -eq 0 ] || skip "a control group has to be made for the manager, which needs root"
    [ -x /lib/systemd/systemd ] || skip "systemd is not installed"
    setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$program" || skip "another user cannot start $program"
    groups=$(findmnt -n -t cgroup2 -o TARGET | head -n 1)
    [ -n "$groups" ] || skip "there are no control groups of version 2 here"
    group=$groups/kpwatch-unit-$$
    mkdir "$group" 2>/dev/null || skip "no control group can be made below $groups"
    cleanUp() {
        for _ in $(seq 50); do # who was in it needs a moment to be gone
            find "$group" -depth -type d -exec rmdir {} + 2>/dev/null && break
            sleep 0.1
        done
    }
    trap cleanUp EXIT
    (
        echo "$BASHPID" >"$group/cgroup.procs"
        exec timeout -k 5 240 unshare -m -n -C -p -i -u --fork --kill-child "$0" --inside "$program"
    )
    exit $?
fi

program=$2 home=/run/person
if [ "$(id -u)" -eq 0 ]; then
    { mount -t proc proc /proc && mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /sys/fs/cgroup &&
        mount -t cgroup2 cgroup2 /sys/fs/cgroup && ip link set lo up && mkdir /sys/fs/cgroup/manager; } ||
        skip "namespaces cannot be made here"
    mkdir -p /run/systemd/system /run/systemd/unit-root /run/user/65534 "$home/.config/systemd/user/kpwatch-collect.service.d" "$home/.local/share/kpwatch"
    cp "$here/../../packaging/collector/kpwatch-collect.service" "$home/.config/systemd/user/"
    # The program of this build, which may lie in a folder that the unit does not see; and no half minute of waiting.
    cat >"$home/.config/systemd/user/kpwatch-collect.service.d/here.conf" <<END
[Service]
ExecStart=
ExecStart=$program collect
BindReadOnlyPaths=$(dirname "$program")
RestartSec=1
StandardOutput=append:$home/unit.log
StandardError=append:$home/unit.log
END
    cat >"$home/.local/share/kpwatch/watchlist.json" <<'END'
{"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s","interval_s":1,"timeout_s":1,
 "probe":{"kind":"tcp","host":"127.0.0.1","port":1}}]}
END
    echo $$ >/sys/fs/cgroup/manager/cgroup.procs
    chown -R 65534:65534 "$home" /run/user/65534 /sys/fs/cgroup/manager
    chmod 700 /run/user/65534
    exec setpriv --reuid=65534 --regid=65534 --clear-groups env -i HOME="$home" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 \
        XDG_RUNTIME_DIR=/run/user/65534 "$0" --inside "$program"
fi

failures=0
claim() { # SENTENCE COMMAND...
    local sentence=$1
    shift
    if "$@"; then
        echo "passed: $sentence"
    else
        echo "FAILED: $sentence"
        systemctl --user status --no-pager kpwatch-collect
        tail -n 5 "$home/unit.log"
        failures=$((failures + 1))
    fi
}
soon() { # COMMAND...: within half a minute
    local end=$((SECONDS + 30))
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}
unit() { systemctl --user show -P "$1" kpwatch-collect; }
is() { [ "$(unit "$1")" = "$2" ]; } # PROPERTY VALUE
checks() { "$program" export --from -1h -o "$home/out.jsonl" --json 2>/dev/null | grep -oE '"observations": ?[0-9]+' | grep -oE '[0-9]+$' || echo 0; }
more_than() { [ "$(checks)" -gt "$1" ]; }
told() { "$program" export --from -1h -o "$home/out.jsonl" >/dev/null && tail -n 3 "$home/out.jsonl" | grep -q "\"event\":\"$1\""; }
# What the kernel says of the process, not what the unit asks for.
confined() {
    local status=/proc/$(unit MainPID)/status
    [ -r "$status" ] && grep -q '^NoNewPrivs:.1$' "$status" && grep -q '^Seccomp:.2$' "$status" && grep -q '^CapBnd:.0*$' "$status"
}
# On a scale where 10 is unprotected.
rated() { systemd-analyze --user security kpwatch-collect 2>/dev/null | grep -q "Overall exposure level for kpwatch-collect.service: $1 "; }

/lib/systemd/systemd --user >"$home/manager.log" 2>&1 &
manager=$!
up() { systemctl --user is-system-running --quiet 2>/dev/null; }
if ! soon up; then
    cat "$home/manager.log"
    skip "no user manager comes up here"
fi

systemctl --user start kpwatch-collect
claim "without agreement it sends nothing and ends, and is not started again" soon is ExecMainStatus 2
sleep 2 # twice as long as it would wait
claim "it stays so" is NRestarts 0

"$program" collect --accept-notice --for 1s >"$home/said" 2>&1 || cat "$home/said"
systemctl --user reset-failed kpwatch-collect
systemctl --user enable --now kpwatch-collect 2>/dev/null # as the manual says
claim "it begins with the session" systemctl --user is-enabled --quiet kpwatch-collect
claim "it watches" soon more_than "$(checks)"
claim "it is confined" confined

before=$(checks) old=$(unit MainPID)
[ "$old" -gt 1 ] && kill -9 "$old"
claim "after a crash it is started again" soon is NRestarts 1
claim "and watches again" soon more_than "$before"

systemctl --user stop kpwatch-collect
claim "it stops in order" is Result success
claim "and says so in the record" told stopped

"$program" collect --for 60s >/dev/null 2>&1 &
other=$!
soon more_than "$(checks)"
systemctl --user start kpwatch-collect
claim "beside another program that records it ends, and is not started again" soon is ExecMainStatus 4
kill "$other"
wait "$other" 2>/dev/null

claim "it is rated as the manual says, 1.6" rated 1.6
systemctl --user exit
wait "$manager" 2>/dev/null
[ "$failures" -eq 0 ]
