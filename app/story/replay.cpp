// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/replay.h"

#include "app/story/span_list.h"
#include "app/story/state_track.h"

#include <algorithm>

namespace kpwatch {

namespace {

void cutAt(std::vector<Span>& lane, UtcTime from) {
    while (!lane.empty() && lane.back().range.begin >= from)
        lane.pop_back();
    if (!lane.empty())
        lane.back().range.end = from; // an open one is stretched to there, a longer one cut
}

} // namespace

bool endDown(Span& said, const Onset& ended, UtcTime from) {
    const Onset then{ended.after, std::max(ended.by, said.range.end)};
    const bool settled = said.ended && said.ended->by < from;
    if (said.verdict != Verdict::Down || settled || ended.by <= said.range.begin || said.ended == then)
        return false;
    said.ended = then;
    return true;
}

void applyChange(TargetSpans& spans, const SpanChange& change) {
    std::vector<Span>& lane = spans[change.target];
    cutAt(lane, change.from);
    if (change.ended) {
        const auto said = std::ranges::find_if(lane.rbegin(), lane.rend(), saysSomething, &Span::verdict);
        if (said != lane.rend())
            endDown(*said, *change.ended, change.from);
    }
    for (const Span& span : change.spans)
        append(lane, span);
}

Replayed replayRows(const Watchlist& watchlist, const Settings& settings, std::span<const Observation> observations,
                    std::span<const Event> events, bool has_heartbeats) {
    Judge judge(watchlist, settings);
    if (!has_heartbeats)
        judge.assumeNoHeartbeats();
    Replayed replayed;
    auto event = events.begin();
    bool any = false;
    const auto begin_at = [&](UtcTime start) {
        replayed.firstRowAt = any ? std::min(replayed.firstRowAt, start) : start;
        any = true;
    };
    for (const Observation& row : observations) {
        for (; event != events.end() && event->at <= row.endedAt(); ++event) {
            begin_at(event->at);
            judge.take(*event);
        }
        begin_at(row.startedAt);
        judge.take(row);
    }
    for (; event != events.end(); ++event) {
        begin_at(event->at);
        judge.take(*event);
    }
    for (const SpanChange& change : judge.changes())
        applyChange(replayed.spans, change);
    replayed.lastRowAt = judge.clock();
    replayed.status = liveStatus(judge, watchlist);
    return replayed;
}

} // namespace kpwatch
