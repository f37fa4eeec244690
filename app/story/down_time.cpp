// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/down_time.h"

#include <algorithm>

namespace kpwatch {

std::vector<UtcTime> epochChanges(std::span<const Event> events) {
    std::vector<UtcTime> changes;
    const std::string* present = nullptr;
    for (const Event& event : events) {
        const auto* const epoch = std::get_if<Epoch>(&event.what);
        if (epoch == nullptr)
            continue;
        if (present != nullptr && *present != epoch->id)
            changes.push_back(event.at);
        present = &epoch->id;
    }
    return changes;
}

// What is stored in two pieces that touch was seen throughout.
static void addPiece(std::vector<TimeRange>& seen, TimeRange piece) {
    if (seen.back().end == piece.begin)
        seen.back().end = piece.end;
    else
        seen.push_back(piece);
}

std::vector<DownTime> downTimesOf(TargetId target, const std::vector<Span>& lane,
                                  const std::vector<UtcTime>& epoch_changes) {
    std::vector<DownTime> times;
    for (const Span& span : lane) {
        if (span.range.begin >= span.range.end)
            continue;
        if (span.verdict != Verdict::Down) {
            if (!times.empty())
                times.back().outOfSight = !times.back().ended;
            continue;
        }
        const Onset began = span.onset.value_or(Onset{{}, span.range.begin});
        if (!times.empty() && times.back().began == began) {
            addPiece(times.back().seen, span.range);
            times.back().ended = span.ended;
            times.back().outOfSight = false;
        } else {
            times.push_back({target, began, span.ended, {}, {span.range}});
        }
    }
    for (DownTime& time : times) {
        const auto change = std::upper_bound(epoch_changes.begin(), epoch_changes.end(), time.seen.back().begin);
        if (!time.ended && change != epoch_changes.end())
            time.cutAt = *change;
    }
    return times;
}

} // namespace kpwatch
