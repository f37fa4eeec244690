#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

explain() {
    cat <<'END'
Usage: tests/fuzz/run.sh [--runs N] [--seconds S] [NAME...]

Builds the fuzz targets (clang) and runs those named, or all, one at a time
with the lowest priority: N inputs each (5000000), S seconds at most (1800).
A line for each tells what was run; what it found lies in build/fuzz/found.
Inputs that were worth keeping stay in build/fuzz/corpus, for the next time.

  tests/fuzz/run.sh --runs 0    only what is kept in tests/fuzz/corpus
END
}

runs=5000000
seconds=1800
names=()
while [ $# -gt 0 ]; do
    case "$1" in
    --runs) runs="$2" && shift 2 ;;
    --seconds) seconds="$2" && shift 2 ;;
    -h | --help) explain && exit 0 ;;
    -*) explain >&2 && exit 2 ;;
    *) names+=("$1") && shift ;;
    esac
done

cd "$(dirname "$(readlink -f "$0")")/../.."
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(ls tests/fuzz/corpus)
cmake --build --preset fuzz --target "${names[@]/#/fuzz_}"
mkdir -p build/fuzz/found

# Short inputs: what is longer is tried by the tests of the readers, and would take all the time.
options=(-runs="$runs" -max_total_time="$seconds" -max_len=1024 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1)
export QT_QPA_PLATFORM=offscreen ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
status=0
for name in "${names[@]}"; do
    known="build/fuzz/corpus/$name"
    log="build/fuzz/found/$name.log"
    mkdir -p "$known"
    result="nothing found"
    nice -n 19 "build/fuzz/tests/fuzz/fuzz_$name" "${options[@]}" -artifact_prefix="build/fuzz/found/$name-" \
        "$known" "tests/fuzz/corpus/$name" >"$log" 2>&1 || { result="FOUND SOMETHING: $log" && status=1; }
    figure() { sed -n "s/^stat::$1: *//p" "$log" | tail -n 1; }
    printf '%-13s %9s runs, %6s a second, %4s MB, %5s inputs kept: %s\n' "$name" "$(figure number_of_executed_units)" \
        "$(figure average_exec_per_sec)" "$(figure peak_rss_mb)" "$(find "$known" -type f | wc -l)" "$result"
done
exit $status
