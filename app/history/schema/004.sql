-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 4. What a person said about incidents, and a way to the epochs that does not lead past every heartbeat.

-- Append-only: what no longer holds is undone by a later row. No part of the seals, which are over what was measured.
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    hand TEXT NOT NULL, -- merge, split, window, exclude, false-alarm, undo
    detail TEXT NOT NULL -- JSON: incident, reason, and what the hand needs
);

CREATE INDEX epoch_event ON event(at_ms, seq) WHERE kind = 'epoch';
