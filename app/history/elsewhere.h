// SPDX-License-Identifier: GPL-3.0-or-later
// How recording goes on in another directory, because its own refuses: with a copy of the record so far and of the
// person's own lists, which stay where they are as well. Any thread; takes as long as the record is big, and may be
// stopped.
#pragma once

#include "app/chosen.h"
#include "app/history/backup.h"
#include "app/history/history.h"

namespace kpwatch {

struct Elsewhere {
    std::unique_ptr<History> history; // open
    bool blank = false;               // it knows nothing yet: the old record could not be read, or there was none
};

// The settings and the watchlist that a record latest held; `otherwise` those it does not tell.
Chosen chosenIn(const std::filesystem::path& record, const Chosen& otherwise);

// Of the record in `from`, which is only read, in `to`. A record that is there already is gone on with as it is.
// nullopt if it was stopped. Throws InputError if they are one directory, StorageError (no room, not writable) and
// WriterBusyError. Then, and if it was stopped, what was copied is removed.
// Where `from` is a file, a copy of a record, that is put there whole, brought up to date if it is of an earlier
// version, and its own lists with it; also refused (InputError) where a record is already, and if it cannot be read.
std::optional<Elsewhere> openElsewhere(const std::filesystem::path& from, const HistoryOptions& to,
                                       const Watchlist& watchlist, const Settings& settings, UtcTime now,
                                       const std::stop_token& stop = {}, const Progress& progress = {});

} // namespace kpwatch
