// SPDX-License-Identifier: GPL-3.0-or-later
// What of an evidence pack follows from the rest of it, for people: the tables and the README. English, whatever the
// window speaks; made again by whoever checks, so that no word or number of them is taken on trust. Any thread.
#pragma once

#include "app/evidence/pack_inputs.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string_view>

namespace kpwatch {

// The two tables of checks, row by row as they are judged.
class PackTables {
  public:
    using Sink = std::function<void(std::string_view bytes)>;
    PackTables(const PackInputs& inputs, const Watchlist& watchlist, Sink observations, Sink controls);
    void see(const Observation* row);

  private:
    const PackInputs& m_inputs;
    const Watchlist& m_watchlist;
    const Sink m_observations, m_controls;
};

// Of data/incident.json: a line a target.
std::string incidentTable(const nlohmann::ordered_json& facts);
// `incident` is empty if the rows hold none.
std::string packReadme(const PackInputs& inputs, const nlohmann::ordered_json& facts, const Watchlist& watchlist);

} // namespace kpwatch
