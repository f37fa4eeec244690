#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the tests bite? Seeds the faults of faults.py, one at a time, and runs the tests that must notice.

All faults are built at once into a copy of the tree (build/mutation/tree), each behind a number; the environment says
which is in force. So a fault costs no build, only its tests, and the tree itself is never touched.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import time

from faults import FAULTS

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TREE = ROOT / "build/mutation/tree"
TESTS = TREE / "build/dev/tests"
LONGEST_S = 300  # of one test; a fault that makes it stand still is found as well
WANTED = 0.9  # share that has to be found


def place_of(fault, text):
    """Begin and end of what this fault replaces, and that."""
    file, piece, _, _ = fault
    before, rest = piece.split("«")
    right, after = rest.split("»")
    whole = before + right + after
    if text.count(whole) != 1:
        sys.exit(f"{file}: stands there {text.count(whole)} times, not once; correct faults.py:\n{whole}")
    begin = text.index(whole) + len(before)
    return begin, begin + len(right), right


def seeded(file):
    """The text of the file with its faults in it, each beside what stands there."""
    text = (ROOT / file).read_text(encoding="utf-8")
    places = [(*place_of(fault, text), number, fault[2]) for number, fault in enumerate(FAULTS, 1) if fault[0] == file]
    for begin, end, right, number, instead in sorted(places, reverse=True):
        both = "{{ if (kpwatchFault({0})) {{ {1} }} else {{ {2} }} }}" if right.endswith(";") else "(kpwatchFault({0}) ? ({1}) : ({2}))"
        text = text[:begin] + both.format(number, instead, right) + text[end:]
    return text.replace("\n#include", '\n#include "tests/mutation/fault.h"\n#include', 1)


def write(path, content):
    """Only what differs, so that only that is built again."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def make_tree():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True)
    names = {name for name in listed.stdout.splitlines() if (ROOT / name).is_file()}
    for path in TREE.rglob("*") if TREE.exists() else []:
        name = path.relative_to(TREE)
        if path.is_file() and name.parts[0] != "build" and str(name) not in names:
            path.unlink()
    texts = {file: seeded(file) for file in {fault[0] for fault in FAULTS}}
    for name in names:
        write(TREE / name, texts[name].encode() if name in texts else (ROOT / name).read_bytes())
        shutil.copymode(ROOT / name, TREE / name)


def build(tests):
    environment = os.environ | {"CCACHE_BASEDIR": str(TREE), "CCACHE_NOHASHDIR": "1"}
    subprocess.run(["cmake", "--preset", "dev"], cwd=TREE, check=True, env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "dev", "--target", *sorted(tests)], cwd=TREE, check=True, env=environment)


def notices(test, number):
    """Whether a test fails while this fault is in force; 0 is none."""
    environment = os.environ | {"KPWATCH_FAULT": str(number), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8",
                                "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    try:
        return subprocess.run([TESTS / test], cwd=TREE, env=environment, timeout=LONGEST_S, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="WORD", default="", help="faults in files whose path holds WORD")
    parser.add_argument("-j", "--jobs", metavar="N", type=int, default=os.cpu_count(), help="as many at a time")
    parser.add_argument("--places", action="store_true", help="only whether each fault still stands in one place; builds nothing")
    given = parser.parse_args()
    if given.places:
        for file in {fault[0] for fault in FAULTS}:
            seeded(file)
        return
    chosen = [(number, fault) for number, fault in enumerate(FAULTS, 1) if given.only in fault[0]]
    tests = {test for _, fault in chosen for test in fault[3].split()}
    make_tree()
    build(tests)
    pool = concurrent.futures.ThreadPoolExecutor(given.jobs)
    ill = [test for test, fails in zip(sorted(tests), pool.map(lambda test: notices(test, 0), sorted(tests))) if fails]
    if ill:
        sys.exit("fail without any fault: " + " ".join(ill))
    found, begin = 0, time.monotonic()
    who = pool.map(lambda each: next((test for test in each[1][3].split() if notices(test, each[0])), None), chosen)
    for (number, (file, piece, instead, _)), by in zip(chosen, who):
        found += by is not None
        what = piece.split("«")[1].split("»")[0].replace("\n", " ")
        print(f"{number:3} {by or 'NOBODY':24} {file}: {what} -> {instead or 'nothing'}", flush=True)
    print(f"{found} of {len(chosen)} faults found ({found / len(chosen):.0%}) in {time.monotonic() - begin:.0f} s")
    sys.exit(0 if found >= WANTED * len(chosen) else 1)


if __name__ == "__main__":
    main()
