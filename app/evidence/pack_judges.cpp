// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/pack_judges.h"

#include <algorithm>

namespace kpwatch {

PackJudges::PackJudges(const PackRules& rules) {
    if (rules.judgedBy.empty())
        m_eras.push_back({{}, UtcTime::max(), Judge(rules.watchlist, rules.settings), {}});
    for (std::size_t i = 0; i < rules.judgedBy.size(); ++i) {
        const JudgedBy& by = rules.judgedBy[i];
        const UtcTime until = i + 1 < rules.judgedBy.size() ? rules.judgedBy[i + 1].since : UtcTime::max();
        // What is asked how often follows from the numbers too.
        const Watchlist watchlist = parseWatchlist(rules.watchlist.json, "watchlist of the pack", by.settings);
        m_eras.push_back({by.from, until, Judge(watchlist, by.settings), {}});
    }
}

template <typename Row>
void PackJudges::handOn(const Row& row, UtcTime at) {
    for (Era& era : m_eras)
        if (at < era.until)
            era.judge.take(row);
}

void PackJudges::take(const Event& event) { handOn(event, event.at); }
void PackJudges::take(const Observation& observation) { handOn(observation, observation.endedAt()); }

void PackJudges::takeChanges() {
    for (Era& era : m_eras)
        for (const SpanChange& change : era.judge.changes())
            applyChange(era.spans, change);
}

TargetSpans PackJudges::spans(UtcTime now) {
    if (Judge& last = m_eras.back().judge; last.clock() != UtcTime{} && last.clock() < now)
        last.advanceTo(now);
    takeChanges();
    TargetSpans all;
    for (Era& era : m_eras)
        for (auto& [lane, spans] : era.spans) {
            if (!spans.empty()) // what has not changed for long was handed on long ago, and still is so
                spans.back().range.end = std::max(spans.back().range.end, era.judge.clock());
            SpanChange change{lane, era.from, {}};
            for (const Span& span : spans)
                if (span.range.end > era.from) {
                    change.spans.push_back(span);
                    change.spans.back().range.begin = std::max(span.range.begin, era.from);
                }
            if (!change.spans.empty())
                applyChange(all, change);
        }
    return all;
}

} // namespace kpwatch
