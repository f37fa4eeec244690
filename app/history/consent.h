// SPDX-License-Identifier: GPL-3.0-or-later
// The person's consent to what is sent. A value; any thread.
#pragma once

#include "app/way_out.h"
#include "probes/utc_time.h"

#include <filesystem>
#include <optional>
#include <string>

namespace kpwatch {

struct Consent {
    UtcTime at;
    WayOut way;
    std::string text; // what was agreed to, as it was shown; empty in records that did not keep it
    bool operator==(const Consent&) const = default;
};

// The latest one in the history of that directory, also in one that an older version wrote; nullopt if there is none,
// or if the file is damaged, so that the person is asked. Throws StorageError if the history cannot be read.
std::optional<Consent> latestConsent(const std::filesystem::path& directory);

// Whether the person has to be asked before anything is sent by this way: each way is agreed to by itself, and the last
// word counts. Where nothing is sent, nobody needs to be asked.
bool needsConsent(const std::optional<Consent>& latest, const WayOut& way);

} // namespace kpwatch
