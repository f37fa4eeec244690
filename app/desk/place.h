// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person watches from, in their own words ("our office in Seoul"). Kept beside the record (place.json),
// readable for nobody else, and part of no export: a place can be dangerous. Any thread.
#pragma once

#include "probes/utc_time.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace kpwatch {

struct SaidPlace {
    UtcTime at; // when it was said
    std::string words;
    bool operator==(const SaidPlace&) const = default;
};

// nullopt: nothing was said, or it cannot be read.
std::optional<SaidPlace> saidPlace(const std::filesystem::path& record);
// Without words it is forgotten. Throws StorageError.
void sayPlace(const std::filesystem::path& record, const SaidPlace& place);

// The way out has become another since: it may be another place. `changes`: when our own line became another.
bool isOfBefore(const SaidPlace& place, std::span<const UtcTime> changes);

} // namespace kpwatch
