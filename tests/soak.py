#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does it stay as it is? Watches the demo's network, faults and all, and prints how what it takes changes with time.

PROGRAM collects against `PROGRAM simulate` on loopback, every target several times over, until so many checks are
recorded: 500000 is what a few days of the shipped list come to. Memory, descriptors, threads and the log of the record
are read every few seconds; their slopes are those of the second half, for the judge keeps what it judged in the last 20
minutes, and fills up until then. With --window the dashboard itself does it, on the display there is. With --year, the
same of the memory of a simulated year (tests/simulated_year).
"""
import argparse
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

DAY_S = 86400
SCENARIO = "gradual"
CHECKS_EACH_S = 2


def status(process, key):
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1])
    return 0


def slope(samples, column):
    """By least squares, of the second half, a second; (time, value, value, ...)."""
    half = samples[len(samples) // 2:]
    times, values = [sample[0] for sample in half], [sample[column] for sample in half]
    middle, mean = sum(times) / len(half), sum(values) / len(half)
    spread = sum((at - middle) ** 2 for at in times)
    return sum((at - middle) * (value - mean) for at, value in zip(times, values)) / spread if spread else 0


def crowded(staged, copies):
    """The list of the demo with every target so many times, each asked as often as loopback may be."""
    watchlist = staged["watchlist"]
    targets = []
    for copy in range(copies):
        for target in watchlist["targets"]:
            targets.append(target | {"id": f"{target['id']}-{copy}", "interval_s": CHECKS_EACH_S})
    return watchlist | {"targets": targets}


def recorded(history):
    try:
        database = sqlite3.connect(f"file:{history / 'history.db'}?mode=ro", uri=True)
        count = sum(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("observation", "recent"))
        database.close()
        return count
    except sqlite3.Error:
        return 0


def begun(program, history, chosen, window):
    """Who watches: in a terminal, or a window, once a terminal has said that the person agrees."""
    collector = subprocess.Popen([program, "collect", "--accept-notice", *chosen], stdout=subprocess.DEVNULL)
    if not window:
        return collector
    while recorded(history) == 0 and collector.poll() is None:
        time.sleep(0.5)
    collector.terminate()
    collector.wait(timeout=60)
    return subprocess.Popen([program, *chosen])


def watch(program, checks, copies, every_s, window):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        network = subprocess.Popen([program, "simulate", SCENARIO, "--speed", "4"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        staged = json.loads(network.stdout.readline())
        (folder / "list.json").write_text(json.dumps(crowded(staged, copies)))
        (folder / "settings.json").write_text(json.dumps(staged["settings"]))
        history = folder / "history"
        chosen = ["--history", history, "--watchlist", folder / "list.json", "--settings", folder / "settings.json"]
        collector = begun(program, history, chosen, window)
        samples, begin, done = [], time.monotonic(), 0
        while done < checks and collector.poll() is None:
            time.sleep(every_s)
            log = history / "history.db-wal"
            done = recorded(history)
            samples.append((time.monotonic() - begin, status(collector.pid, "VmRSS"),
                            len(list(pathlib.Path(f"/proc/{collector.pid}/fd").iterdir())), status(collector.pid, "Threads"),
                            log.stat().st_size if log.exists() else 0))
        ended = collector.poll()
        collector.terminate()
        collector.wait(timeout=60)
        network.stdin.close()
        network.wait(timeout=60)
    if ended is not None:
        sys.exit(f"the collector ended by itself after {done} checks, with {ended}")
    seconds = samples[-1][0]
    print(f"{done} checks in {seconds:.0f} s ({done / seconds:.0f} a second), {len(samples)} samples")
    for column, what, unit, scale in ((1, "resident memory", "MiB", 1024), (2, "descriptors", "", 1), (3, "threads", "", 1), (4, "log of the record", "MiB", 2**20)):
        values = [sample[column] / scale for sample in samples]
        print(f"{what:18} {values[0]:8.1f} first {values[len(values) // 2]:8.1f} halfway {values[-1]:8.1f} last {max(values):8.1f} most {unit}, "
              f"{slope(samples, column) / scale * DAY_S:+.2f} a day, {slope(samples, column) / scale * seconds / done * 1000:+.4f} in 1000 checks")


def live_a_year(program, days):
    """Of memory alone: a year on a clock of its own has no descriptors."""
    year = subprocess.Popen([program, "--days", str(days), "--seeds", "1"], stdout=subprocess.DEVNULL)
    samples, begin = [], time.monotonic()
    while year.poll() is None:
        samples.append((time.monotonic() - begin, status(year.pid, "VmRSS")))
        time.sleep(0.5)
    samples = [sample for sample in samples if sample[1]]
    values = [sample[1] / 1024 for sample in samples]
    seconds = samples[-1][0]
    print(f"{days} simulated days in {seconds:.0f} s: {values[0]:.1f} first, {values[len(values) // 2]:.1f} halfway, {values[-1]:.1f} last, "
          f"{max(values):.1f} MiB most, {slope(samples, 1) / 1024 * seconds / days:+.3f} MiB a simulated day")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", help="kpwatch; with --year simulated_year")
    parser.add_argument("--checks", type=int, default=500_000)
    parser.add_argument("--copies", type=int, default=20, help="of each target of the demo")
    parser.add_argument("--every", type=float, default=5, metavar="S", help="seconds between two samples")
    parser.add_argument("--window", action="store_true", help="the dashboard instead of a collector")
    parser.add_argument("--year", type=int, metavar="DAYS", help="so many days of a simulated year instead")
    given = parser.parse_args()
    if given.year:
        live_a_year(given.program, given.year)
    else:
        watch(given.program, given.checks, given.copies, given.every, given.window)


if __name__ == "__main__":
    main()
