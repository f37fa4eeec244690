// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/span_list.h"

#include <algorithm>

namespace kpwatch {

bool continues(const Span& before, const Span& after) {
    return before.range.end == after.range.begin && before.verdict == after.verdict && before.reason == after.reason &&
           before.onset == after.onset && before.ended == after.ended && before.note == after.note;
}

void append(std::vector<Span>& spans, Span span) {
    if (!spans.empty() && continues(spans.back(), span))
        spans.back().range.end = span.range.end;
    else
        spans.push_back(std::move(span));
}

const Span* spanAt(const std::vector<Span>& spans, UtcTime time) {
    const auto after = std::upper_bound(spans.begin(), spans.end(), time,
                                        [](UtcTime moment, const Span& span) { return moment < span.range.begin; });
    return after != spans.begin() && std::prev(after)->range.contains(time) ? &*std::prev(after) : nullptr;
}

Span notStarted(TimeRange range) { return {range, Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}}; }

} // namespace kpwatch
