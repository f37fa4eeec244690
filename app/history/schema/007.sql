-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 7. Lanes in short, so that ten years are drawn as soon as one.

-- Derived: which states a series had, 6 hours by 6 hours (span_digest.h). A stretch is 32 days, counted from 1970. Any
-- may be missing: the spans are read instead.
CREATE TABLE span_digest (
    series INTEGER NOT NULL,
    stretch INTEGER NOT NULL,
    states BLOB NOT NULL,
    PRIMARY KEY (series, stretch)
) WITHOUT ROWID;

-- A span says what was so from its begin on: whoever changes one, what was told of that time no longer holds.
CREATE TRIGGER span_added AFTER INSERT ON span BEGIN
    DELETE FROM span_digest WHERE series = new.series AND stretch >= new.begin_ms / 2764800000;
END;
CREATE TRIGGER span_changed AFTER UPDATE ON span BEGIN
    DELETE FROM span_digest WHERE series IN (old.series, new.series)
        AND stretch >= min(old.begin_ms, new.begin_ms) / 2764800000;
END;
CREATE TRIGGER span_removed AFTER DELETE ON span BEGIN
    DELETE FROM span_digest WHERE series = old.series AND stretch >= old.begin_ms / 2764800000;
END;
