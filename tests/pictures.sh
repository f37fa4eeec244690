#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the program into every situation it knows and takes its picture: the real program, against a simulated network
# on loopback or on the demo, in a display of its own. To look at, beside the pictures of the day before.
# Usage: tests/pictures.sh [-p PROGRAM] [-o DIR] [-j JOBS] [-l ko] [-t dark] [-s 200] [-c yes] [SCENE...]
# (default: build/dev/kpwatch, pictures/, every scene, in English, each in the themes and text sizes it names itself; with
# -t, -s, -c in that theme, text size, contrast)
# Needs xvfb, xdotool, imagemagick, dbus and iproute2 (tests/run.sh installs them); "vpn", "storage" and "record_read_only"
# also need root.
# A scene takes one to four minutes; on a machine with two processors, all of them three quarters of an hour (-j 3).
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/dev/kpwatch out=pictures jobs=3 language=en theme="" percent="" contrast=desktop alone=""
while getopts p:o:j:l:t:s:c:1 option; do
    case $option in
    p) program=$OPTARG ;;
    o) out=$OPTARG ;;
    j) jobs=$OPTARG ;;
    l) language=$OPTARG ;;
    t) theme=$OPTARG ;;
    s) percent=$OPTARG ;;
    c) contrast=$OPTARG ;;
    1) alone=yes ;; # one scene, in this network
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ -x "$program" ] || { echo "pictures.sh: $program is not there: build it first" >&2; exit 1; }
program=$(realpath "$program")
mkdir -p "$out"
out=$(realpath "$out")

# --- one scene: a folder, a display, a network, a window; all of them end with it ---

begin() { # WIDTHxHEIGHT
    room=$(mktemp -d)
    started=()
    trap finish EXIT
    ip link set lo up 2>/dev/null || true # of the network that the scene has for itself
    export XDG_CONFIG_HOME=$room/config XDG_DATA_HOME=$room/data XDG_RUNTIME_DIR=$room/run TMPDIR=$room TZ=Europe/London
    export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent
    mkdir -p -m 700 "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME/kpwatch"
    # A number of its own: servers in networks of their own would not notice that another has the first free one, and
    # take its socket away. And it stays when xdotool, at first its only client, leaves: who came while it began anew
    # would be turned away.
    export DISPLAY=:$((100 + $$ % 50000))
    exec {ready}< <(exec Xvfb "$DISPLAY" -displayfd 1 -screen 0 "${1}x24" -nolisten tcp -noreset -r 2>/dev/null)
    started+=($!)
    read -r <&"$ready"
}

finish() {
    local ended=$? i how
    [ "$ended" -eq 0 ] || [ ! -s "$room/said" ] || cat "$room/said" >&2
    for ((i = ${#started[@]} - 1; i >= 0; --i)); do # who was started last goes first, and may still need the others
        kill "${started[i]}" 2>/dev/null || true
        how=0
        wait "${started[i]}" 2>/dev/null || how=$?
        [ "$how" -lt 129 ] || [ "$how" -eq 143 ] || fallen "$how"
    done
    rm -rf "$room"
}

fallen() { # STATUS: a program ended in a way of its own: what it said, and its core, stay beside the pictures
    local core
    echo "pictures.sh: in $scene a program ended by signal $(($1 - 128))" >&2
    [ ! -s "$room/said" ] || cp "$room/said" "$out/$scene.said"
    core=$(find "$room" -maxdepth 1 -name 'core*' | head -n 1)
    [ -z "$core" ] || mv "$core" "$out/$scene.core"
}

look() { # THEME [TEXT PERCENT]: what the window remembers from last time
    printf '[window]\ntheme=%s\ntext-percent=%s\nlanguage=%s\ncontrast=%s\n' "${theme:-$1}" "${percent:-${2:-100}}" \
        "$language" "$contrast" >"$XDG_CONFIG_HOME/kpwatch/window.ini"
}

network() { # SCENARIO [SPEED]: plays until the scene ends
    mkfifo "$room/play"
    "$program" simulate "$1" --speed "${2:-1}" >"$room/staged" <"$room/play" &
    started+=($!)
    exec {play}>"$room/play" # closing it ends the play
    for _ in $(seq 600); do [ -s "$room/staged" ] && break || sleep 0.1; done
    python3 - "$room" <<'PYTHON'
import json, sys
staged = json.load(open(sys.argv[1] + "/staged"))
for name in ("watchlist", "settings"):
    json.dump(staged[name], open(f"{sys.argv[1]}/{name}.json", "w"))
PYTHON
    given=(--history "$room/history" --watchlist "$room/watchlist.json" --settings "$room/settings.json")
}

settle() { sleep "${1:-1}"; }

opened() { # ARGUMENTS...: the program, its window as wide as the display
    (cd "$room" && ulimit -c unlimited && exec "$program" "$@") >"$room/said" 2>&1 &
    shown=$!
    started+=("$shown")
    window=""
    for _ in $(seq 480); do
        window=$(xdotool search --onlyvisible --name KPWatch 2>/dev/null | head -n 1) && [ -n "$window" ] && break
        sleep 0.25
    done
    opened_at=$SECONDS
    [ -n "$window" ] || { echo "pictures.sh: no window within two minutes" >&2; cat "$room/said" >&2; return 1; }
    size "$(xdotool getdisplaygeometry | tr ' ' x)"
}

watching() { # until the record has been read and the headline's disc says that somebody answers
    local disc
    for _ in $(seq 120); do
        disc=$(import -window "$window" -crop 1x50+31+89 -depth 8 txt:- 2>/dev/null) # lower beneath a banner
        case $disc in *3B83AD* | *5AA5CF*) return ;; esac # light, dark
        sleep 1
    done
    echo "pictures.sh: nobody answered within two minutes" >&2
}

at() { # SECONDS since the window was opened
    local left=$(($1 - (SECONDS - opened_at)))
    [ "$left" -le 0 ] || sleep "$left"
}

size() { # WIDTHxHEIGHT
    xdotool windowmove "$window" 0 0 windowsize "$window" "${1%x*}" "${1#*x}" mousemove "${1%x*}" 3
    settle 1
}

keys() { xdotool windowfocus "$window" key --delay 60 "$@"; settle 0.6; }

menu() { # KEYS...: in the menu at the right end of the top bar
    local width
    width=$(xdotool getwindowgeometry --shell "$window" | sed -n 's/^WIDTH=//p')
    xdotool windowfocus "$window" mousemove $((width - 44)) 26 click 1
    settle 0.6
    xdotool key --delay 250 "$@" mousemove "$width" 3
    settle 1
}
dark() { menu v e d; }
light() { menu v e l; }
text() { # PERCENT
    local down=()
    for ((i = 100; i < $1; i += 25)); do down+=(Down); done
    menu v x "${down[@]}" Return
}

shot() { # NAME
    import -window "$window" "$out/$1.png"
    echo "$out/$1.png"
}

dialog() { # BEGIN OF ITS NAME, in each language: waits for it, and has it take the keys
    local shown=""
    for _ in $(seq 120); do
        shown=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1) && [ -n "$shown" ] && break
        sleep 0.25
    done
    xdotool windowfocus "$shown"
    settle 1
}

shot_screen() { # NAME: with the dialogs before the window
    import -window root "$out/$1.png"
    echo "$out/$1.png"
}

both() { # NAME: light and dark
    shot "$1-light"
    dark
    shot "$1-dark"
    light
}

near() { # NAME: the last quarter of an hour, where a lane is more than a few pixels
    keys --repeat 10 ctrl+plus
    settle 2
    both "$1-near"
}

# --- the scenes ---

scene_first_run() { # the list that is shipped; nothing is sent before "Start watching"
    begin 1440x900
    look light
    opened --history "$room/history"
    both first-run
    size 960x680
    shot first-run-small
    text 200
    shot first-run-small-200
}

scene_collecting() {
    begin 1440x900
    look light
    network quiet
    opened "${given[@]}"
    keys F6 space # from the timeline to the button that starts
    settle 1
    shot collecting-first-seconds
    settle 14
    shot collecting
    settle 75
    both nothing-happened
}

scene_demo_gradual() {
    begin 1440x900
    look light
    opened demo gradual --speed 2
    settle 50
    shot one-stops
    settle 105 # everybody has stopped
    both outage
    keys ctrl+d
    both outage-technical
    keys ctrl+d
    xdotool mousemove 832 584 # the outage of the morning
    settle 1
    shot outage-hover
    xdotool mousemove 1439 3
    size 960x680
    both outage-small
    for percent in 150 200; do
        text "$percent"
        size 1440x900
        shot outage-$percent
        size 960x680
        shot outage-small-$percent
        text 100
    done
    size 1440x900
    near outage
    keys F6 F6 F6 Up Up space # from the menu to the timeline: the targets of a lane
    shot outage-targets
}

scene_demo() { # SCENARIO SECONDS [EARLY SECONDS]: NAME is the scenario's; early: while it is checked again
    begin 1440x900
    look light
    opened demo "$1"
    watching
    if [ -n "${3:-}" ]; then
        at "$3"
        shot "$1-early"
    fi
    at "$2"
    both "$1"
    size 960x680
    shot "$1-small"
    text 200
    shot "$1-small-200"
    text 100
    size 1440x900
    near "$1"
}
scene_own_line() { scene_demo own-line 100; }
scene_out_of_sight() { scene_demo out-of-sight 185; }
scene_blocked() { scene_demo blocked 85; }
scene_transit() { scene_demo transit 110; }
scene_patchy() { scene_demo patchy 150; }
scene_portal() { scene_demo portal 85; }
scene_one_site() { scene_demo one-site 130 62; }
scene_error_page() { scene_demo error-page 80; }

scene_paused() {
    begin 1440x900
    look light
    opened demo quiet
    watching
    keys ctrl+p
    settle 3
    both paused
    keys ctrl+p
    settle 6
    shot resumed
}

scene_years() { # zoomed out
    begin 1440x900
    look light
    opened demo quiet
    watching
    keys --repeat 9 ctrl+minus
    settle 2
    both zoomed-out
    keys ctrl+0
    xdotool mousemove 500 474 click 1 mousemove 1439 3 # a lane
    for _ in 1 2 3 4 5 6; do keys Left; done
    keys --repeat 7 ctrl+plus
    settle 1
    both zoomed-in
}

scene_4k() {
    begin 3840x2160
    look light
    QT_SCALE_FACTOR=2 opened demo gradual --speed 4
    at 110
    shot 4k-light
    xdotool windowfocus "$window" mousemove 3750 52 click 1
    settle 0.8
    xdotool key --delay 120 e d
    settle 2
    shot 4k-dark
}

scene_4k_wide() { # a large screen at 100 %
    begin 3840x2160
    look light
    opened demo gradual --speed 4
    at 110
    both 4k-unscaled
}

scene_viewer() { # somebody else writes the record
    begin 1440x900
    look light
    network one-site 2
    "$program" collect --accept-notice "${given[@]}" >"$room/collected" 2>&1 &
    started+=($!)
    settle 70
    opened "${given[@]}"
    settle 4
    both viewer
}

scene_asleep() { # this program is stopped for a while, as on a computer that stands still
    begin 1440x900
    look light
    opened demo quiet
    watching
    settle 5
    kill -STOP "$shown"
    settle 45
    kill -CONT "$shown"
    settle 4
    shot stood-still
    settle 40
    shot stood-still-later
}

scene_storage() { # the disk is full
    begin 1440x900
    look light
    mkdir "$room/small"
    mount -t tmpfs -o size=3m none "$room/small"
    trap 'umount -l "$room/small"; finish' EXIT
    network quiet
    given[1]=$room/small/history
    timeout 20 "$program" collect --accept-notice "${given[@]}" >/dev/null 2>&1 || true
    opened "${given[@]}"
    settle 5
    dd if=/dev/zero of="$room/small/full" bs=4k >/dev/null 2>&1 || true
    settle 25
    both storage-full
    mkdir "$room/elsewhere"
    xdotool windowfocus "$window" mousemove 1350 86 click 1 # "Choose another place…", in text of any size
    dialog "Another place|기록을 둘 다른 곳"
    shot_screen storage-question
    xdotool key Return # "Choose a folder…"
    dialog "Folder for|기록을 둘 폴더"
    xdotool type --delay 20 "$room/elsewhere"
    settle 1
    shot_screen storage-folder
    xdotool key Return
    for _ in $(seq 60); do [ -e "$room/elsewhere/writer.lock" ] && break || sleep 1; done
    settle 15
    window=$(xdotool search --onlyvisible --name KPWatch | head -n 1)
    shown=$(xdotool getwindowpid "$window") # it has begun anew
    size 1440x900
    shot storage-elsewhere
}

recorded() { # a record of half a minute or so, made by a program that has ended
    network quiet
    timeout "${1:-25}" "$program" collect --accept-notice "${given[@]}" >/dev/null 2>&1 || true
}

scene_record_removed() { # its folder is taken away, and comes back by itself
    begin 1440x900
    look light
    recorded
    opened "${given[@]}"
    watching
    rm -rf "$room/history"
    settle 3
    shot record-removed
    for _ in $(seq 60); do [ -s "$room/history/history.db" ] && break || sleep 1; done
    settle 5
    shot record-put-back
}

scene_record_replaced() { # a file lies where the folder was; then it is repaired
    begin 1440x900
    look light
    recorded
    opened "${given[@]}"
    watching
    mv "$room/history" "$room/aside"
    touch "$room/history"
    settle 20
    shot record-refused
    rm "$room/history"
    mv "$room/aside" "$room/history"
    settle 30
    shot record-resumed
}

scene_record_read_only() { # on a disk that takes nothing
    begin 1440x900
    look light
    recorded
    mount --bind "$room/history" "$room/history"
    mount -o remount,ro,bind "$room/history"
    trap 'umount -l "$room/history"; finish' EXIT
    opened "${given[@]}"
    settle 25
    shot record-read-only
}

scene_record_newer() { # of a program that does not exist yet
    begin 1440x900
    look light
    recorded
    python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("PRAGMA user_version = 99")' "$room/history/history.db"
    opened "${given[@]}"
    settle 25
    shot record-newer
}

scene_record_damaged() { # found at the start: salvaged while watching goes on, and joined
    begin 1440x900
    look light
    recorded 40
    dd if=/dev/zero of="$room/history/history.db" bs=1024 seek=3 count=6 conv=notrunc 2>/dev/null
    opened "${given[@]}"
    settle 6
    shot record-damaged-at-once
    settle 40
    shot record-damaged
    ls "$room/history" >"$out/record-damaged.txt"
}

scene_record_erase() { # with all that was seen taken out first
    begin 1440x900
    look light
    recorded
    opened "${given[@]}"
    watching
    menu Up Up Up Up Up Return # "The record…", above manual, about, keys and "Quit"
    dialog "The record|기록"
    shot_screen record-dialog
    xdotool mousemove 710 495 click 1
    dialog "Export the observations|관측 내보내기"
    xdotool key ctrl+a
    xdotool type --delay 20 "$room/all.jsonl"
    settle 1
    xdotool mousemove 953 518 click 1 # Return is for the list of names that match
    settle 4
    xdotool search --onlyvisible --name "The record" windowfocus mousemove 710 529 click 1
    xdotool type --delay 20 "erase everything"
    settle 1
    shot_screen record-erase
    xdotool mousemove 710 562 click 1
    settle 6
    import -window root "$out/record-erased.png"
    { wc -l "$room/all.jsonl"; find "$room/history"; } >"$out/record-erased.txt" 2>&1 || true
}

scene_vpn() { # the way out moves to a tunnel; in a network of its own where nobody answers
    begin 1440x900
    look light
    ip link set lo up
    ip link add eth7 type veth peer name eth8
    ip link set eth8 up
    ip link set eth7 up
    python3 -c 'import fcntl, struct, time
tunnel = open("/dev/net/tun", "r+b", buffering=0)
fcntl.ioctl(tunnel, 0x400454CA, struct.pack("16sH", b"tun7", 0x1001)) # TUNSETIFF, IFF_TUN | IFF_NO_PI
time.sleep(300)' &
    started+=($!)
    for _ in $(seq 100); do [ -e /sys/class/net/tun7 ] || ip link show tun7 >/dev/null 2>&1 && break || sleep 0.2; done
    ip link set tun7 up
    ip address add 10.7.0.2/24 dev eth7
    ip address add 10.8.0.2/24 dev tun7
    ip route add default dev eth7
    opened --history "$room/history"
    keys F6 space
    settle 25
    ip route replace default dev tun7
    settle 8
    both vpn-changed
    xdotool mousemove 1370 75 click 1 mousemove 1439 3 # the next notice
    settle 1
    shot vpn-changed-notice
    ip route delete default
    settle 8
    shot no-network
}

scene_observe() { # nothing is sent to them; beside a record made before
    begin 1440x900
    look light
    network quiet
    "$program" collect --accept-notice --for 20s "${given[@]}" >/dev/null 2>&1 || true
    "$program" collect --accept-notice --way observe --for 2s "${given[@]}" >/dev/null 2>&1 || true
    opened "${given[@]}"
    settle 4
    both observe-only
    kill "$shown"
    wait "$shown" 2>/dev/null || true
    "$program" collect --accept-notice --way observe --for 2s --history "$room/empty" >/dev/null 2>&1 || true
    opened --history "$room/empty" # nothing was ever recorded
    settle 4
    shot nothing-recorded
}

scene_incidents() { # the log, and the longest of the invented past in review
    begin 1440x900
    look light
    opened demo quiet
    watching
    keys ctrl+2
    shot incidents-log
    keys Down Return
    settle 1
    both review
    size 960x680
    shot review-small
    text 200
    shot review-small-200
}

pop() { # NAME, BEGIN OF ITS TITLE, KEYS...: a dialog over the window, and away again
    local name=$1 title=$2
    shift 2
    keys "$@"
    pop_open "$name" "$title"
}

pop_open() { # NAME, BEGIN OF ITS TITLE: a dialog that is being opened, and away again
    dialog "$2"
    settle 1
    shot_screen "$1"
    xdotool key Escape
    settle 1
}

scene_windows() { # what opens over the live view
    begin 1440x900
    look light
    opened demo quiet
    watching
    settle 40
    pop table "Timeline|표로 보기" ctrl+t
    pop find "Find|찾기" ctrl+f
    pop go-to-day "Go to|날짜로" ctrl+g
    pop keys "Keys|단축키" ctrl+F1
    pop manual "Manual|설명서" F1
    xdotool windowfocus "$window" mousemove 140 190 click 1 mousemove 1439 3 # the tile of KCNA
    settle 2
    both site-pane
    keys ctrl+i
    dialog "KCNA|조선중앙통신"
    settle 2
    shot_screen target
}

scene_export() { # the composer, in each of its shapes
    begin 1440x900
    look light
    opened demo quiet
    watching
    settle 20
    keys ctrl+e
    dialog "Export chart|차트 내보내기"
    settle 2
    shot_screen export-article
    local place X Y
    place=$(xdotool getwindowgeometry --shell "$(xdotool search --onlyvisible --name "Export chart|차트 내보내기" | head -n 1)")
    eval "$(grep -E '^[XY]=' <<<"$place")"
    for shape in social square phone print; do
        xdotool mousemove $((X + 1060)) $((Y + 106)) click 1 # the list of sizes
        settle 0.6
        xdotool key --delay 250 Down Return
        settle 2
        shot_screen "export-$shape"
    done
}

scene_views() { # what somebody looks at every day, once each
    begin 1440x900
    look light
    opened demo abrupt --speed 2
    settle 60
    shot views-main
    keys ctrl+shift+d
    shot views-morning
    pop views-table "Timeline|표로 보기" ctrl+t
    keys ctrl+2
    shot views-incidents
    keys Down Return
    settle 2
    shot views-review
    keys ctrl+1
    keys ctrl+e
    dialog "Export chart|차트 내보내기"
    settle 2
    shot_screen views-composer
    xdotool key Escape
    settle 1
    menu Up Up Up Return # "About", above keys and "Quit"
    dialog "About|KPWatch 정보"
    shot_screen views-about
}

scene_choosing() { # before the first check, and all that can be chosen
    begin 1440x900
    look light
    network quiet
    opened "${given[@]}"
    shot choosing-first-run
    keys F6 space
    settle 20
    keys ctrl+comma
    dialog "Settings|설정"
    for page in watching judging incidents appearance publishing; do
        shot_screen "choosing-settings-$page"
        xdotool key Down
        settle 0.6
    done
    xdotool key Escape
    settle 1
    pop choosing-targets "Targets|대상과" ctrl+shift+t
    pop choosing-telling "Notifications|알림" ctrl+shift+n
    menu Up Up Up Up Up Return # "The record…"
    pop_open choosing-record "The record|기록"
    menu Up Up Up Up Up Up Return # "Public sources…"
    pop_open choosing-sources "Public|공개"
    size 960x680
    shot choosing-small
}

scene_long_standing() { scene_demo long-standing 40; }
scene_clock() { scene_demo clock 60; }

every=(first_run collecting demo_gradual own_line out_of_sight blocked transit patchy portal one_site error_page paused years 4k 4k_wide
    viewer asleep storage record_removed record_replaced record_read_only record_newer record_damaged record_erase vpn long_standing clock observe incidents windows export views choosing)
[ $# -gt 0 ] || set -- "${every[@]}"
if [ -n "$alone" ]; then
    scene=$1
    "scene_$1"
    exit
fi
# The demo's addresses are the same for everybody: each scene has loopback for itself.
in_own_network() { # SCENE
    local apart=(unshare -rn)
    [ "$(id -u)" -ne 0 ] || apart=(unshare -n)
    "${apart[@]}" true 2>/dev/null || apart=()
    "${apart[@]}" "$0" -p "$program" -o "$out" -l "$language" -t "$theme" -s "$percent" -c "$contrast" -1 "$1" || { echo "pictures.sh: $1 failed" >&2; return 1; }
}

failed=0
for scene in "$@"; do
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || failed=1; done
    in_own_network "$scene" &
done
while [ -n "$(jobs -rp)" ]; do wait -n || failed=1; done
exit $failed
