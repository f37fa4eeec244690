-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 5. What other desks saw, beside ours: their checks lie in `observation` under series of their vantage.

-- As `event`, of another vantage.
CREATE TABLE foreign_event (
    vantage INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL, -- JSON, or empty
    PRIMARY KEY (vantage, at_ms, seq)
) WITHOUT ROWID;

-- What another desk watched, as its files said; the latest is in force.
CREATE TABLE foreign_list (
    vantage INTEGER NOT NULL,
    since_ms INTEGER NOT NULL,
    heartbeats INTEGER NOT NULL, -- whether its files hold any: then they alone prove presence
    json TEXT NOT NULL
);

-- Each vantage has a chain of its own.
ALTER TABLE seal ADD COLUMN vantage INTEGER NOT NULL DEFAULT 1;
