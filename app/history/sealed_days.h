// SPDX-License-Identifier: GPL-3.0-or-later
// Whole days of our own record as they were sealed, to be handed on: the canonical rows, and the stretch of the chain
// that covers them. Reads only; any thread, one call at a time.
#pragma once

#include "app/errors.h"
#include "app/history/seal.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace kpwatch {

struct ChainLink {
    Seal seal;
    std::string hash;
    std::vector<Leaf> leaves; // all of them, also of other days
};
struct SealedStretch {
    std::string before;           // hash of the seal before the first; 64 zeros if there is none
    std::vector<ChainLink> links; // from the first to the last that covers one of the days; empty: none is sealed yet
    std::vector<Leaf> pruned;     // whose rows were removed to save space; day and series alone
};

struct CanonicalLeaf {
    Leaf leaf;             // its hash is that of the text as it is now
    bool unsealed = false; // came after its day was sealed, and no addendum covers it yet
    std::string text;
};

// Counted from 1970-01-01; nullopt: none is sealed yet. Throws StorageError.
std::optional<std::int64_t> lastSealedDay(const std::filesystem::path& history);

// Of the days [first, last]; each leaf that has rows is shown, in order of day and series. Throws StorageError.
SealedStretch sealedDays(const std::filesystem::path& history, std::int64_t first, std::int64_t last,
                         const std::function<void(const CanonicalLeaf&)>& visit, const std::stop_token& stop = {});

} // namespace kpwatch
