#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines the tests run. Builds build/coverage, runs every test in it (or those that match), and prints a table by
folder, and the files of which least is run. Arguments are ctest's: tests/coverage.py -R 'tst_(judge|loss)'.

  --no-build    as it was built last
  --no-run      as it was run last
  --of FILE     the lines of that file that were not run, and those of which a branch was not taken

Left out are both ways out of a call that could throw: where it throws, since nearly every call could throw
std::bad_alloc and no test does that, and where it does not, since that is taken whenever the line is run. Left out as well
are branches of lines that hold nothing but a brace: what g++ tidies up there. Not left out, and never taken by any test, are
the guard of a static value that two threads make at once and the value outside an enum in a switch."""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/coverage"
# Folder -> wanted shares of lines and branches; the longest name that fits holds.
WANTED = {"probes": (95, 80), "app/story": (95, 80), "app/history": (95, 80), "app": (80, 0), "ui": (80, 0)}
LEAST_SHOWN = 25


def decisions(branches):
    """How often each way out of a decision was taken. Ways come block by block: two of a condition, or of a call that could
    throw; more of a switch."""
    ways = []
    i = 0
    while i < len(branches):
        pair = branches[i:i + 2]
        if len(pair) == 2 and any(way["throw"] for way in pair) and any(way["fallthrough"] for way in pair):
            i += 2
            continue
        if not branches[i]["throw"]:
            ways.append(branches[i]["count"])
        i += 1
    return ways


def counted(data):
    """(file, line) -> times run, and ways out of its decisions, of one object."""
    text = subprocess.run(["gcov", "--branch-probabilities", "--branch-counts", "--json-format", "--stdout", data],
                          cwd=BUILD, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    found = []
    for document in filter(None, text.split(b"\n")):
        for file in json.loads(document)["files"]:
            path = (ROOT / file["file"]).resolve()
            if path.is_relative_to(ROOT) and not path.is_relative_to(BUILD):
                name = str(path.relative_to(ROOT))
                found += [((name, line["line_number"]), line["count"], decisions(line["branches"])) for line in file["lines"]]
    return found


class Lines:
    """What was counted, of all objects: a line of a header or of a template is in several."""

    def __init__(self):
        self.runs = collections.Counter()
        self.ways = {}
        self.sources = {}

    def add(self, where, runs, ways):
        self.runs[where] += runs
        known = self.ways.setdefault(where, ways)
        if known is not ways:
            if len(known) == len(ways):
                self.ways[where] = [one + other for one, other in zip(known, ways)]
            elif len(known) < len(ways):
                self.ways[where] = ways

    def source(self, where):
        file, line = where
        if file not in self.sources:
            self.sources[file] = (ROOT / file).read_text().split("\n")
        return self.sources[file][line - 1]

    def branches(self, where):
        return self.ways[where] if re.search(r"\w", self.source(where)) else []


def folder_of(file):
    fitting = [folder for folder in WANTED if file.startswith(folder + "/")]
    return max(fitting, key=len) if fitting else None


def share(covered, total):
    return 100 * covered / total if total else 100


def build():
    environment = os.environ | {"CCACHE_BASEDIR": str(ROOT), "CCACHE_NOHASHDIR": "1"}
    subprocess.run(["cmake", "--preset", "coverage"], cwd=ROOT, check=True, env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "coverage"], cwd=ROOT, check=True, env=environment)


def run_tests(words):
    for counts in BUILD.rglob("*.gcda"):
        counts.unlink()
    return subprocess.run(["ctest", "--preset", "coverage", *words], cwd=ROOT, check=False).returncode


def read_counts():
    lines = Lines()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for found in pool.map(counted, sorted(BUILD.rglob("*.gcda"))):
            for where, runs, ways in found:
                if folder_of(where[0]):
                    lines.add(where, runs, ways)
    return lines


def show_file(lines, file):
    for where in sorted(where for where in lines.runs if where[0] == file):
        ways = lines.branches(where)
        if not lines.runs[where] or not all(ways):
            print(f"{where[1]:5} {'run' if lines.runs[where] else 'NOT'} {' '.join(map(str, ways)):20} {lines.source(where)}")


def show_table(lines):
    sums = collections.defaultdict(collections.Counter)
    files = collections.defaultdict(collections.Counter)
    for where, runs in lines.runs.items():
        ways = lines.branches(where)
        for its in (sums[folder_of(where[0])], files[where[0]]):
            its.update(lines=1, run=runs > 0, branches=len(ways), taken=sum(taken > 0 for taken in ways))
    for folder, (wanted_lines, wanted_branches) in WANTED.items():
        its = sums[folder]
        print(f"{folder:12} lines {share(its['run'], its['lines']):5.1f} % of {its['lines']:6} (wanted {wanted_lines}), "
              f"branches {share(its['taken'], its['branches']):5.1f} % of {its['branches']:6} (wanted {wanted_branches})")
    print("least run:")
    for file, its in sorted(files.items(), key=lambda entry: entry[1]["run"] - entry[1]["lines"])[:LEAST_SHOWN]:
        print(f"  {its['lines'] - its['run']:4} of {its['lines']:4} lines not run, {its['branches'] - its['taken']:4} of "
              f"{its['branches']:4} branches not taken: {file}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--no-build", action="store_true")
    options.add_argument("--no-run", action="store_true")
    options.add_argument("--of", action="append", default=[], metavar="FILE")
    asked, words = options.parse_known_args()
    if not (asked.no_build or asked.no_run):
        build()
    status = 0 if asked.no_run else run_tests(words)
    lines = read_counts()
    for file in asked.of:
        show_file(lines, file)
    show_table(lines)
    sys.exit(status)


if __name__ == "__main__":
    main()
