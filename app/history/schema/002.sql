-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2. What was agreed to, word for word, beside when and by which way out.
ALTER TABLE consent ADD COLUMN text TEXT NOT NULL DEFAULT '';
