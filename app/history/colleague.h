// SPDX-License-Identifier: GPL-3.0-or-later
// Another desk's observations beside ours: who saw them, and taking them in. They have lanes, coverage and seals of
// their own, are judged with their own controls, and never open an incident of ours. Any thread.
#pragma once

#include "app/errors.h"
#include "app/settings.h"
#include "app/story/event.h"
#include "app/story/timeline.h"

#include <cstdint>
#include <filesystem>

namespace kpwatch {

struct Colleague {
    std::string id; // the name its record was given by chance
    std::string label;
};

// What another desk saw over a range.
struct ColleagueLanes {
    Colleague desk;
    Watchlist watchlist;
    TargetSpans spans;
};

// Its observations ordered by end time then target id, events by time, as an observation file holds them.
struct ColleagueRows {
    Colleague desk;
    Watchlist watchlist;
    std::vector<Observation> observations;
    std::vector<Event> events;
    bool hasHeartbeats = false;
    bool simulated = false;
};

struct Taken {
    std::uint64_t observations = 0, events = 0; // new ones
    std::uint64_t known = 0;                    // there already
    std::uint64_t conflicting = 0;              // another row of the same check is there: that one stays
};

// All or nothing; doing it again adds nothing. Judges all that is there of that desk again. Blocks for as long as that
// takes. Throws InputError (our own desk, a simulation beside real measurements or the other way round), StorageError
// (also where there is no record yet), WriterBusyError while somebody records.
Taken takeIn(const std::filesystem::path& directory, const ColleagueRows& rows, const Settings& settings, UtcTime now);

// An empty record of our own, for who has none yet and only takes in what others saw. Throws StorageError.
void beginRecord(const std::filesystem::path& directory, const Watchlist& watchlist, const Settings& settings,
                 UtcTime now);

} // namespace kpwatch
