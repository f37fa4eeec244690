#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

explain() {
    cat <<'END'
Usage: tests/run.sh [PRESET] [CTEST-ARGUMENT...]

Installs what is missing, configures and builds build/PRESET and runs every
default test in it. The last line is ctest's count.

  dev    debug build (this is the default)
  asan   the same tests under the address and undefined-behaviour sanitizers
  tsan   the same tests under the thread sanitizer
  tidy   no tests: clang-format and clang-tidy over every C++ file of ours

One test only:        tests/run.sh dev -R tst_address_rules
Fifty times in a row: tests/run.sh dev --repeat until-fail:50
END
}

preset="${1:-dev}"
[ $# -eq 0 ] || shift
case "$preset" in
-h | --help)
    explain
    exit 0
    ;;
dev | asan | tsan | tidy) ;;
*)
    echo "There is no preset '$preset'; choose dev, asan, tsan or tidy." >&2
    exit 2
    ;;
esac

cd "$(dirname "$(readlink -f "$0")")/.."
packaging/install_packages.sh build run test
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR="$PWD"

tidy() {
    local folders=(probes app ui resources tests) log=build/tidy/clang-tidy.log
    find "${folders[@]}" \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 -r clang-format --dry-run -Werror
    # What the sources include but nobody wrote: moc's output and generated headers.
    cmake --build --preset tidy --target autogen
    # The compile commands are g++'s: clang is not to complain about options it does not know.
    run-clang-tidy -quiet -p build/tidy -j "$(nproc)" -extra-arg=-Wno-unknown-warning-option \
        "^$PWD/(probes|app|ui|resources|tests)/" >"$log" 2>build/tidy/clang-tidy.err && return
    # A fault in a header is told once per file that includes it; once is enough.
    sed -i 's/\x1b\[[0-9;]*m//g' "$log"
    grep -E ': (warning|error): ' "$log" | sort -u >&2 || cat build/tidy/clang-tidy.err >&2
    echo "clang-tidy is not content; the whole of what it said is in $log" >&2
    return 1
}

cmake --preset "$preset"
if [ "$preset" = tidy ]; then
    tidy
    echo "clang-format and clang-tidy have nothing to say."
    exit 0
fi
cmake --build --preset "$preset"

# ctest says the count before it lists what failed; the count is repeated as the last line.
log="build/$preset/ctest.log"
status=0
ctest --preset "$preset" "$@" 2>&1 | tee "$log" || status=$?
grep -E 'tests passed, [0-9]+ tests? failed' "$log" | tail -n 1
exit "$status"
