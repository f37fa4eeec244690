#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines the tests run. Builds build/coverage, runs every test in it (or those that match), and prints a table by
folder, and the files of which least is run. Branches that only an exception takes are left out: nearly every call could
throw std::bad_alloc, and no test does that. Arguments are ctest's: tests/coverage.py -R 'tst_(judge|loss)'."""
import collections
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/coverage"
# Folder -> wanted shares of lines and branches; the longest name that fits holds.
WANTED = {"probes": (95, 80), "app/story": (95, 80), "app/history": (95, 80), "app": (80, 0), "ui": (80, 0)}
LEAST_SHOWN = 25


def run(*words, **how):
    return subprocess.run(words, cwd=ROOT, check=how.pop("check", True), **how)


def folder_of(file):
    return max((folder for folder in WANTED if file.startswith(folder + "/")), key=len)


def share(covered, total):
    return 100 * covered / total if total else 100


def main():
    environment = os.environ | {"CCACHE_BASEDIR": str(ROOT), "CCACHE_NOHASHDIR": "1"}
    run("cmake", "--preset", "coverage", env=environment, stdout=subprocess.DEVNULL)
    if "--no-build" not in sys.argv:
        run("cmake", "--build", "--preset", "coverage", env=environment)
    for counted in BUILD.rglob("*.gcda"):
        counted.unlink()
    tests = run("ctest", "--preset", "coverage", *(word for word in sys.argv[1:] if word != "--no-build"), check=False)
    summary = BUILD / "coverage.json"
    run("gcovr", "--root", ROOT, BUILD, *(word for folder in ("probes", "app", "ui") for word in ("--filter", f"{folder}/")),
        "--exclude-throw-branches", "--exclude-unreachable-branches", "--json-summary", summary, "-j", "2")
    files = json.loads(summary.read_text())["files"]
    keys = ("line_covered", "line_total", "branch_covered", "branch_total")
    sums = collections.defaultdict(collections.Counter)
    for file in files:
        sums[folder_of(file["filename"])].update({key: file[key] for key in keys})
    for folder, (lines, branches) in WANTED.items():
        its = sums[folder]
        print(f"{folder:12} lines {share(its[keys[0]], its[keys[1]]):5.1f} % of {its[keys[1]]:6} (wanted {lines}), "
              f"branches {share(its[keys[2]], its[keys[3]]):5.1f} % of {its[keys[3]]:6} (wanted {branches})")
    print("least run:")
    for file in sorted(files, key=lambda file: file["line_covered"] - file["line_total"])[:LEAST_SHOWN]:
        print(f"  {file['line_total'] - file['line_covered']:4} lines not run of {file['line_total']:4}: {file['filename']}")
    sys.exit(tests.returncode)


if __name__ == "__main__":
    main()
