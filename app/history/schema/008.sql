-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 8. What else public sources say of routes, and which past times they were asked about.

-- Networks whose only way to the block ends at somebody else.
ALTER TABLE source_reading ADD COLUMN peers_elsewhere INTEGER NOT NULL DEFAULT 0;

-- Append-only. Who else announces the space, a more specific route, a route that is refused: when that changed.
CREATE TABLE source_sighting (
    at_ms INTEGER NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL, -- foreign-origin, more-specific, invalid
    prefix TEXT NOT NULL,
    origin INTEGER NOT NULL,
    networks INTEGER NOT NULL, -- that have it; 0: it ended
    PRIMARY KEY (at_ms, source, kind, prefix, origin)
) WITHOUT ROWID;

-- Routes by the day, for years: how many full-feed peers saw a prefix. What is told anew replaces what was told before.
CREATE TABLE source_stretch (
    source TEXT NOT NULL,
    prefix TEXT NOT NULL,
    begin_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    peers_millionths INTEGER NOT NULL, -- a mean
    PRIMARY KEY (source, prefix, begin_ms)
) WITHOUT ROWID;

-- Append-only. Past times that were asked about, and whether there was anything.
CREATE TABLE source_past (
    at_ms INTEGER NOT NULL, -- when the answer was here
    source TEXT NOT NULL,
    begin_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    by_person INTEGER NOT NULL, -- 0: because nobody had watched
    told INTEGER NOT NULL, -- 0: no data
    said TEXT NOT NULL -- why there is none
);
CREATE INDEX source_past_begin ON source_past(begin_ms);
