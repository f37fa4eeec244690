-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 6. What public sources said: readings as rows, and their answers as they were received.

-- Append-only. How many full-feed networks saw a route to a block at a moment.
CREATE TABLE source_reading (
    at_ms INTEGER NOT NULL,
    source TEXT NOT NULL,
    prefix TEXT NOT NULL,
    peers_full INTEGER NOT NULL,
    peers_seeing INTEGER NOT NULL,
    by_upstream TEXT NOT NULL, -- JSON: networks by the AS number left of the origin
    PRIMARY KEY (at_ms, source, prefix)
) WITHOUT ROWID;

-- Append-only.
CREATE TABLE source_answer (
    at_ms INTEGER NOT NULL, -- when it was here
    source TEXT NOT NULL,
    question TEXT NOT NULL, -- the URL
    status INTEGER NOT NULL, -- of HTTP; 0: nobody answered
    hash TEXT NOT NULL, -- SHA-256 of the body
    body BLOB -- compressed (zlib, after its length in four bytes); NULL where it brought nothing new
);
CREATE INDEX source_answer_at ON source_answer(at_ms);
