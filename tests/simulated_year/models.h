// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong in a simulated year, and the truth about it.
#pragma once

#include "tests/simulated_year/network.h"

#include <optional>
#include <string_view>
#include <vector>

namespace kpwatch::simulated {

enum class Model {
    LostChecks,        // 1 % of all checks fail, each for itself
    LostPackets,       // 1 % of the packets each way; a check has four tries
    OwnLine,           // our line goes down for seconds to hours, many times a day, or loses most of everything
    TransitBursts,     // two times a day, for 3 minutes, one side or both beyond our line are cut
    TransitBurstsVary, // the same, 3 minutes on average
    EveningChecks,     // 15 to 40 % of the checks to the China side are lost in the evenings
    EveningPackets,    // 15 to 40 % of the round trips: what a busy line does to packets
    Outages,           // hosts fall silent, one, several or all, for shorter and longer than can be found for certain
    OutagesAndLoss,    // the same, with 1 % of the packets lost each way
};
std::string_view name(Model model); // "lost-checks"
std::optional<Model> modelFromName(std::string_view text);
std::vector<Model> everyModel();

// Who did not answer, and when: of targets, by id. Only the outages are true; all other troubles are in between.
using Truth = std::map<TargetId, std::vector<TimeRange>>;

struct Setting {
    Model model = Model::LostChecks;
    TimeRange range;
    std::uint64_t seed = 1;
};

// Lays the troubles of the model over the network.
Truth lay(Network& network, const Watchlist& watchlist, const Settings& settings, const Setting& setting);

} // namespace kpwatch::simulated
