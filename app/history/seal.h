// SPDX-License-Identifier: GPL-3.0-or-later
// What a seal is: a leaf is the SHA-256 of one series' canonical rows of one day (canonical_rows.h); a seal is the
// SHA-256 of
//
//   hash of the seal before (64 zeros for the first) NEWLINE
//   kind TAB day TAB reason NEWLINE
//   day TAB series TAB part TAB rows TAB leaf NEWLINE        for each leaf, sorted
//
// Values and pure functions; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kpwatch {

struct Leaf {
    std::int64_t day = 0;
    std::string series; // its name
    std::int64_t part = 0, rows = 0;
    std::string hash;
};
struct Seal {
    std::int64_t day = 0;
    std::string kind, reason;
};
inline constexpr const char* daySeal = "day";
inline constexpr const char* addendumSeal = "addendum";
inline constexpr const char* restartSeal = "chain-restart";

// A day is counted from 1970-01-01 UTC.
std::string dayText(std::int64_t day); // "2026-03-05"
std::string sealHash(const std::string& before, const Seal& seal, std::vector<Leaf> leaves);

} // namespace kpwatch
