// SPDX-License-Identifier: GPL-3.0-or-later
// How often public sources were asked and when they last told something, beside the record, so that both outlive a
// restart. One thread per file.
#pragma once

#include "app/story/source_news.h"
#include "probes/utc_time.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>

namespace kpwatch {

// An object; empty if there is none that can be read.
nlohmann::json readAsked(const std::filesystem::path& directory, const char* file);
// Whole or not at all; what could not be kept is counted anew after a restart.
void keepAsked(const std::filesystem::path& directory, const char* file, const nlohmann::json& asked);

// A moment in it, and read again; nullopt if there is none, or one of the future: the clock was set back.
nlohmann::json timeJson(const std::optional<UtcTime>& at);
std::optional<UtcTime> timeIn(const nlohmann::json& object, const char* key, UtcTime now);

// Into what is kept of a source, and back: when it last told something, and since when and why it does not.
void putStatus(nlohmann::json& kept, const SourceStatus& status);
void takeStatus(const nlohmann::json& kept, SourceStatus& status, UtcTime now);

} // namespace kpwatch
