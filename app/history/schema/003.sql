-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3. Summaries for drawing years, seals over finished days, and what is known to be missing.

-- Derived: checks of one series in one bucket of a level (0: 10 minutes, 1: 2 hours, 2: a day), counted from 1970.
-- Covers exactly the rows of `observation`, and changes only in the transaction that changes those: rows that wait in
-- `recent` are added by who reads.
CREATE TABLE rollup (
    series INTEGER NOT NULL,
    level INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    checks INTEGER NOT NULL, -- decided ones: somebody answered, or nobody did
    lost INTEGER NOT NULL,   -- of these, without an answer
    answers INTEGER NOT NULL, -- response times in the histogram
    lowest_us INTEGER NOT NULL,
    highest_us INTEGER NOT NULL,
    sum_us INTEGER NOT NULL,
    histogram BLOB NOT NULL, -- see latency_histogram.h
    PRIMARY KEY (series, level, bucket)
) WITHOUT ROWID;

-- Series whose summaries have to be made again, from this time on; raw rows are read for them meanwhile.
CREATE TABLE rollup_todo (
    series INTEGER PRIMARY KEY,
    from_ms INTEGER NOT NULL
);
INSERT INTO rollup_todo SELECT id, 0 FROM series;

-- What salts the private part of sealed rows: our own address, our network.
CREATE TABLE seal_secret (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL
);
INSERT INTO seal_secret VALUES (1, randomblob(32));

-- Append-only. A day is counted from 1970-01-01 UTC.
CREATE TABLE seal (
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    kind TEXT NOT NULL, -- day, addendum, chain-restart
    at_ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE leaf (
    series INTEGER NOT NULL, -- 0: events
    day INTEGER NOT NULL,
    part INTEGER NOT NULL, -- 0: what was there when the day was sealed; then later rows
    seal INTEGER NOT NULL, -- the latest one is in force
    rows INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (series, day, part, seal)
) WITHOUT ROWID;
-- Rows that came after their day was sealed; part 0: not sealed yet.
CREATE TABLE late_row (
    series INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    PRIMARY KEY (series, at_ms, seq)
) WITHOUT ROWID;
-- Leaves whose rows were removed to save space.
CREATE TABLE pruned (
    series INTEGER NOT NULL,
    day INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (series, day)
) WITHOUT ROWID;

-- What was lost, and why. No series: of any.
CREATE TABLE gap (
    noted_ms INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    series INTEGER,
    rows INTEGER,
    reason TEXT NOT NULL
);
