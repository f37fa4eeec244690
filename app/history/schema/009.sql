-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 9. What was written by a clock that was set back afterwards.

-- Rows through whose time our clock has gone, or is going, once more: they are of another moment than they say, and are
-- judged no more. Series 0 are events.
CREATE TABLE overtaken (
    series INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL, -- of an event; else 0
    PRIMARY KEY (series, at_ms, seq)
) WITHOUT ROWID;
