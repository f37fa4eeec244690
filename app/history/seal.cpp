// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/seal.h"

#include "probes/utc_time.h"
#include "probes/wire/sha256.h"

#include <algorithm>
#include <tuple>

namespace kpwatch {

std::string dayText(std::int64_t day) { return isoUtc(UtcTime(std::chrono::days(day))).substr(0, 10); }

std::string sealHash(const std::string& before, const Seal& seal, std::vector<Leaf> leaves) {
    std::sort(leaves.begin(), leaves.end(), [](const Leaf& a, const Leaf& b) {
        return std::tie(a.day, a.series, a.part) < std::tie(b.day, b.series, b.part);
    });
    std::string text = before + '\n' + seal.kind + '\t' + dayText(seal.day) + '\t' + seal.reason + '\n';
    for (const Leaf& leaf : leaves)
        text += dayText(leaf.day) + '\t' + leaf.series + '\t' + std::to_string(leaf.part) + '\t' +
                std::to_string(leaf.rows) + '\t' + leaf.hash + '\n';
    return sha256(text);
}

} // namespace kpwatch
