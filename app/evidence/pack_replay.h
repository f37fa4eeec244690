// SPDX-License-Identifier: GPL-3.0-or-later
// An incident made again from nothing but what an evidence pack holds: its rows through the judge, the spans folded
// into incidents, the one in question assessed. Whoever packs and whoever checks runs this same code. Any thread.
#pragma once

#include "app/errors.h"
#include "app/evidence/pack_inputs.h"
#include "app/history/judged_by.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace kpwatch {

struct PackRules {
    Watchlist watchlist;              // everybody whose rows are in the pack
    Settings settings;                // by which the incident is told
    std::vector<JudgedBy> judgedBy{}; // all that was in force meanwhile; empty: these alone
};

struct Recomputed {
    std::optional<std::string> incident; // the bytes of data/incident.json; none: the rows hold no such incident
    std::optional<std::string> fault;    // of the rows: "line 12: is no row", the first
    std::uint64_t observations = 0, events = 0, readings = 0;
    std::uint64_t overtaken = 0; // of the observations
};

// `see` is shown each row in its order, for whoever compares it with something else.
using RowSeen = std::function<void(const Observation*, const Event*)>;

// `rows` is data/observations.jsonl, read twice. Throws InputError if it cannot be read; ends early, with a fault, once
// `stop` is asked for.
Recomputed recomputed(const std::filesystem::path& rows, const PackInputs& inputs, const PackRules& rules,
                      const RowSeen& see = {}, const std::stop_token& stop = {});

} // namespace kpwatch
