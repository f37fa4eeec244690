// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/pack_judges.h"

#include <algorithm>

namespace kpwatch {

PackJudges::PackJudges(const PackRules& rules) {
    if (rules.judgedBy.empty())
        m_eras.push_back({{}, UtcTime::max(), Judge(rules.watchlist, rules.settings)});
    for (std::size_t i = 0; i < rules.judgedBy.size(); ++i) {
        const JudgedBy& by = rules.judgedBy[i];
        const UtcTime until = i + 1 < rules.judgedBy.size() ? rules.judgedBy[i + 1].since : UtcTime::max();
        const bool its_own = !by.watchlist.empty();
        // What is asked how often follows from the numbers too.
        const Watchlist list =
            parseWatchlist(its_own ? by.watchlist : rules.watchlist.json(), "watchlist of the pack", by.settings);
        m_eras.push_back({by.from, until, Judge(list, by.settings)});
        if (its_own) {
            m_lists.push_back({by.since, list});
            m_eras.back().roster = rosterOf(list, rules.watchlist);
        }
    }
}

PackJudges::Roster PackJudges::rosterOf(const Watchlist& list, const Watchlist& pack) const {
    Roster roster{{{ownLineId, ownLineId}}, {{ownLineId, ownLineId}}, renewedIn(m_lists)};
    const auto add = [&](const Target& target) {
        if (const Target* const known = pack.findByName(target.name)) {
            roster.fromPack[known->id] = target.id;
            roster.toPack[target.id] = known->id;
        }
    };
    std::ranges::for_each(list.targets, add);
    std::ranges::for_each(list.controls, add, &Control::target);
    return roster;
}

void PackJudges::take(const Event& event) {
    for (Era& era : m_eras) {
        if (event.at >= era.until)
            continue;
        era.judge.take(event);
        era.latestRow = std::max(era.latestRow, event.at);
    }
}

void PackJudges::take(const Observation& observation) {
    const auto isBefore = [&](const std::map<TargetId, UtcTime>& since, TargetId target) {
        const auto found = since.find(target);
        return found != since.end() && observation.startedAt < found->second;
    };
    for (Era& era : m_eras) {
        if (observation.endedAt() >= era.until)
            continue;
        era.latestRow = std::max(era.latestRow, observation.endedAt());
        if (!era.roster) {
            era.judge.take(observation);
            continue;
        }
        const auto its = era.roster->fromPack.find(observation.target);
        if (its == era.roster->fromPack.end() || isBefore(era.roster->renewed.asked, its->second))
            continue; // of who is not in its list, or was another
        Observation row = observation;
        row.target = its->second;
        if (isBefore(era.roster->renewed.expected, row.target))
            row.detail = {};
        era.judge.take(row);
    }
}

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
        for (auto& [its, spans] : era.spans) {
            // What has not changed for long was handed on long ago, and still is so until something else holds; another
            // list or numbers come with another start, which closed every lane at the latest row before it.
            const bool is_last = era.until == UtcTime::max();
            const UtcTime end = is_last ? era.judge.clock() : era.latestRow;
            if (!spans.empty()) {
                UtcTime& reached = spans.back().range.end;
                reached = std::max(reached, end);
                if (!is_last && spans.back().verdict == Verdict::NotMonitored)
                    reached = std::max(reached, era.until);
                else if (!is_last && reached < era.until)
                    spans.push_back({{reached, era.until}, Verdict::NotMonitored, Reason::Closed, {}, {}, {}});
            }
            TargetId lane = its;
            UtcTime from = era.from;
            if (era.roster) {
                const auto known = era.roster->toPack.find(its);
                if (known == era.roster->toPack.end())
                    continue;
                lane = known->second;
                const auto begun = era.roster->renewed.asked.find(its);
                from = begun == era.roster->renewed.asked.end() ? from : std::max(from, begun->second);
            }
            SpanChange change{lane, from, {}};
            for (const Span& span : spans) {
                if (span.range.begin < from && span.verdict == Verdict::Down && from == era.from)
                    change.ended = span.ended;
                if (span.range.end > from) {
                    change.spans.push_back(span);
                    change.spans.back().range.begin = std::max(span.range.begin, from);
                }
            }
            if (!change.spans.empty())
                applyChange(all, change);
        }
    return all;
}

} // namespace kpwatch
