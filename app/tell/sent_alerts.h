// SPDX-License-Identifier: GPL-3.0-or-later
// The messages somebody has already, as they are kept beside the record. Any thread.
#pragma once

#include "app/tell/alert_rules.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <map>

namespace kpwatch {

inline constexpr std::size_t mostSentKept = 50; // the latest

nlohmann::json sentAsJson(const std::vector<SentAlert>& sent); // without their words
// What cannot be read counts as never sent.
std::vector<SentAlert> sentFromJson(const nlohmann::json& kept);

// What this desktop was told, in a file of its own.
struct ToldHere {
    std::vector<SentAlert> sent;
    std::map<std::string, unsigned> numbers; // by incident: of the messages on the screen
    std::string server;                      // who gave these numbers
};
ToldHere readToldHere(const std::filesystem::path& file); // nothing, if it cannot be read
// A file that cannot be written is no reason not to tell: then a restart tells it again.
void writeToldHere(const std::filesystem::path& file, const ToldHere& told);

} // namespace kpwatch
