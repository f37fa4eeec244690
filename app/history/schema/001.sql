-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. Times are milliseconds since 1970-01-01 UTC (_ms), lengths are microseconds (_us).
PRAGMA application_id = 1263556424; -- "KPWH"

CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    simulated INTEGER NOT NULL,
    created_ms INTEGER NOT NULL
);

-- Who watched. 1 is ourselves; a colleague's record fits beside it.
CREATE TABLE vantage (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL
);

CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE
);

-- What a target asked, from when on.
CREATE TABLE target_version (
    target INTEGER NOT NULL REFERENCES target,
    since_ms INTEGER NOT NULL,
    options TEXT NOT NULL, -- JSON
    PRIMARY KEY (target, since_ms)
) WITHOUT ROWID;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    vantage INTEGER NOT NULL REFERENCES vantage,
    target INTEGER NOT NULL REFERENCES target,
    UNIQUE (vantage, target)
);

-- One start of the program. An end that is missing was a crash, a kill or a power cut.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    began_ms INTEGER NOT NULL,
    ended_ms INTEGER,
    program TEXT NOT NULL
);

-- What is the same for many checks in a row, kept once.
CREATE TABLE circumstance (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    epoch TEXT NOT NULL,
    peer TEXT NOT NULL,
    source TEXT NOT NULL
);

-- What else an answer said; equal answers share a row.
CREATE TABLE detail (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL -- JSON
);

-- The words behind the numbers in observation.
CREATE TABLE stage (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO stage VALUES (0, 'prepare'), (1, 'resolve'), (2, 'connect'), (3, 'tls'), (4, 'exchange'), (5, 'done');
CREATE TABLE failure (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO failure VALUES (0, 'none'), (1, 'timeout'), (2, 'refused'), (3, 'reset'), (4, 'unreachable'),
    (5, 'no-such-name'), (6, 'server-failure'), (7, 'certificate-invalid'), (8, 'protocol-error'),
    (9, 'unexpected-answer'), (10, 'suspicious-answer'), (11, 'blocked'), (12, 'permission-denied'),
    (13, 'local-network-down'), (14, 'cancelled'), (15, 'unknown');

-- One check. Clustered by series, so that one target's year lies together. No foreign keys and no index: it is most of
-- the file, and its one writer fills it from the tables above.
-- New rows wait in `recent`, in order of time, and are moved over thousands at a time: a batch has a row or two for each
-- of many series, and writing those into their places would rewrite three pages a row.
CREATE TABLE observation (
    series INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    elapsed_us INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    failure INTEGER NOT NULL,
    recheck INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    resolve_us INTEGER,
    connect_us INTEGER,
    tls_us INTEGER,
    first_byte_us INTEGER,
    circumstance INTEGER NOT NULL,
    detail INTEGER,
    PRIMARY KEY (series, at_ms)
) WITHOUT ROWID;
CREATE TABLE recent (
    series INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    elapsed_us INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    failure INTEGER NOT NULL,
    recheck INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    resolve_us INTEGER,
    connect_us INTEGER,
    tls_us INTEGER,
    first_byte_us INTEGER,
    circumstance INTEGER NOT NULL,
    detail INTEGER,
    PRIMARY KEY (at_ms, series)
) WITHOUT ROWID;
CREATE VIEW every_observation AS SELECT * FROM observation UNION ALL SELECT * FROM recent;

-- What happened to the watching itself. seq keeps the order of events of one millisecond.
CREATE TABLE event (
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL, -- JSON, or empty
    PRIMARY KEY (at_ms, seq)
) WITHOUT ROWID;

-- Derived from the rows above and rewritten when a verdict is backdated. The last of a series has no end.
CREATE TABLE span (
    series INTEGER NOT NULL REFERENCES series,
    begin_ms INTEGER NOT NULL,
    end_ms INTEGER,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    onset_after_ms INTEGER,
    onset_by_ms INTEGER,
    ended_after_ms INTEGER,
    ended_by_ms INTEGER,
    note TEXT NOT NULL,
    PRIMARY KEY (series, begin_ms)
) WITHOUT ROWID;

CREATE TABLE consent (
    at_ms INTEGER NOT NULL,
    way TEXT NOT NULL
);

CREATE TABLE watchlist_version (
    since_ms INTEGER NOT NULL,
    json TEXT NOT NULL
);

CREATE TABLE settings_version (
    since_ms INTEGER NOT NULL,
    json TEXT NOT NULL
);
