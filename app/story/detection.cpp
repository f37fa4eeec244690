// SPDX-License-Identifier: GPL-3.0-or-later
// How long an outage must last to be found for certain.
#include "app/story/judge.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Millis = std::chrono::milliseconds;

// When a check after a first failure may take place, counted from that failure's start.
struct Offset {
    Millis earliest, latest;
};

std::vector<Offset> offsetsOf(std::chrono::seconds interval, const Settings& settings) {
    std::vector<Offset> offsets{{Millis(0), Millis(0)}};
    for (const int after : settings.recheck_s) // +-20 %
        offsets.push_back({Millis(after * 800LL), Millis(after * 1200LL)});
    const auto span = std::chrono::seconds(settings.confirm_span_s);
    for (int turn = 1; turn <= settings.confirm_failures_alone || offsets.back().earliest < span; ++turn)
        offsets.push_back({Millis(interval) * 9 * turn / 10, Millis(interval) * 11 * turn / 10}); // +-10 %
    return offsets;
}

} // namespace

std::chrono::milliseconds guaranteedDetection(std::chrono::seconds interval, std::chrono::milliseconds timeout,
                                              const Settings& settings) {
    std::vector<Offset> offsets = offsetsOf(interval, settings);
    std::sort(offsets.begin(), offsets.end(),
              [](const Offset& left, const Offset& right) { return left.latest < right.latest; });
    const Millis enough = offsets[static_cast<std::size_t>(settings.confirm_failures_alone) - 1].latest;
    const auto spanning = std::find_if(offsets.begin(), offsets.end(), [&](const Offset& offset) {
        return offset.earliest >= std::chrono::seconds(settings.confirm_span_s);
    });
    return Millis(interval) * 11 / 10 + std::max(enough, spanning->latest) + timeout;
}

} // namespace kpwatch
