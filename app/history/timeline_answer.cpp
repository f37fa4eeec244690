// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline_answer.h"

#include "app/settings_file.h"

#include <algorithm>

namespace kpwatch {
namespace {

constexpr std::chrono::hours newest{1}; // an older check says nothing of now

// What lies ahead is neither read nor shown as anything.
TimeRange untilNow(TimeRange range, UtcTime now) { return {std::min(range.begin, now), std::min(range.end, now)}; }

constexpr int partsInShort = 2000; // of a lane: about a pixel of a wide window

class Reading {
  public:
    Reading(const HistoryReader* reader, const Watchlist& watchlist, ArchiveMemory& memory)
        : m_reader(reader), m_watchlist(watchlist), m_memory(memory) {}

    ArchiveAnswer answer(const ArchiveQuery& query) const {
        ArchiveAnswer answer;
        answer.query = query;
        const TimeRange range = untilNow(query.range, query.now);
        const TimeRange overview = untilNow(query.overview, query.now);
        const TargetSpans spans = spansOver(range, m_memory.spans);
        answer.timeline = timelineOf(m_watchlist, spans, range, query.now);
        answer.overview = overview == range
                              ? answer.timeline
                              : timelineOf(m_watchlist, spansOver(overview, m_memory.overview), overview, query.now);
        answer.targetLanes = targetLanes(spans, range);
        if (m_reader != nullptr)
            addFromRows(answer, range);
        return answer;
    }

    // The lanes of a range of many years, as far as they can be told at once.
    ArchiveAnswer answerInShort(const ArchiveQuery& query) const {
        ArchiveAnswer answer;
        answer.query = query;
        answer.inShort = true;
        const TimeRange range = untilNow(query.range, query.now), overview = untilNow(query.overview, query.now);
        const TargetSpans spans = m_reader->spansInShort(
            m_watchlist, {std::min(range.begin, overview.begin), std::max(range.end, overview.end)}, partsInShort);
        answer.timeline = timelineOf(m_watchlist, spans, range, query.now);
        answer.overview = overview == range ? answer.timeline : timelineOf(m_watchlist, spans, overview, query.now);
        answer.targetLanes = targetLanes(spans, range);
        for (std::vector<Lane>* lanes : {&answer.timeline.lanes, &answer.overview.lanes, &answer.targetLanes})
            for (Lane& lane : *lanes)
                soften(lane);
        return answer;
    }

  private:
    // What was not at the same time would look as if it had been; and what is no share is not given as one.
    void soften(Lane& lane) const {
        lane.shares = Shares{};
        const bool pageSpeaks = lane.kind == LaneKind::Site && std::ranges::any_of(lane.targets, [&](const auto& slug) {
                                    const Target* const target = m_watchlist.findByName(slug);
                                    return target != nullptr && target->layer == Layer::Http;
                                });
        if (lane.targets.size() < 2 || pageSpeaks)
            return;
        for (Span& span : lane.spans)
            if (span.verdict == Verdict::Down)
                span.verdict = Verdict::Degraded;
    }

    std::vector<Lane> targetLanes(const TargetSpans& spans, TimeRange range) const {
        std::vector<Lane> lanes;
        for (const Target& target : m_watchlist.targets)
            if (target.enabled) {
                const auto found = spans.find(target.id);
                lanes.push_back(targetLane(target, found == spans.end() ? std::vector<Span>() : found->second, range));
            }
        return lanes;
    }

    TargetSpans spansOver(TimeRange range, SpanMemory& memory) const {
        if (m_reader == nullptr)
            return {};
        return range.length() > manyYears ? memory.over(*m_reader, m_watchlist, range)
                                          : m_reader->spans(m_watchlist, range);
    }

    void addRoutesTo(ArchiveAnswer& answer, TimeRange range) const {
        LanesOfRoutes routes = m_memory.routes.over(*m_reader, range, answer.query.now);
        addRoutes(answer.timeline, routes);
        answer.routeSources = std::move(routes.sources);
        std::move(routes.blocks.begin(), routes.blocks.end(), std::back_inserter(answer.targetLanes));
    }

    void addNewQuestions(ArchiveAnswer& answer, TimeRange range) const {
        NewQuestions anew; // by target
        for (const Target& target : m_watchlist.targets)
            if (target.enabled)
                std::ranges::copy_if(m_reader->askedAnew(target), std::back_inserter(anew[target.name]),
                                     [&](UtcTime at) { return range.contains(at); });
        for (const std::vector<Lane>* lanes : {&answer.timeline.lanes, &answer.targetLanes})
            for (const Lane& lane : *lanes) {
                std::vector<UtcTime> times;
                for (const std::string& slug : lane.targets)
                    std::ranges::copy(anew[slug], std::back_inserter(times));
                std::ranges::sort(times);
                if (!times.empty())
                    answer.newQuestions[lane.id] = std::move(times);
            }
    }

    // Of settings that cannot be read who asks for incidents is told; lanes do not need them.
    void addFalseAlarms(ArchiveAnswer& answer, TimeRange range) const {
        try {
            if (const std::string stored = m_reader->latestSettingsJson(); !stored.empty())
                answer.falseAlarms =
                    falseAlarms(*m_reader, {m_watchlist, storedSettings(stored), answer.query.now}, range);
        } catch (const InputError&) {
            answer.falseAlarms.clear();
        }
    }

    void addFromRows(ArchiveAnswer& answer, TimeRange range) const {
        const ArchiveQuery& query = answer.query;
        addNewQuestions(answer, range);
        answer.timeline.simulated = answer.overview.simulated = m_reader->simulated();
        addFalseAlarms(answer, range);
        answer.desks = deskTimelines(m_reader->colleagues(range), answer.timeline);
        addRoutesTo(answer, range);
        answer.routesFrom = m_reader->firstReadingAt();
        answer.away = whileAwayLately(*m_reader, query.now);
        answer.firstRowAt = m_reader->firstRowAt();
        if (query.latencyOf)
            answer.latency = m_reader->latency(m_watchlist, *query.latencyOf, range, query.columns);
        for (const Target& target : m_watchlist.targets)
            if (query.latest && target.enabled)
                if (auto check =
                        m_reader->latestChecks(m_watchlist, target.id, {{query.now - newest, query.now}, 1, false});
                    !check.empty())
                    answer.latest.push_back(std::move(check.front()));
        for (const Target& target : m_watchlist.targets)
            if (target.enabled && !target.site.empty() && target.layer == Layer::Http)
                if (auto page = m_reader->latestAnswer(m_watchlist, target.id, query.now))
                    answer.frontPages.push_back(std::move(*page));
    }

    const HistoryReader* m_reader;
    const Watchlist& m_watchlist;
    ArchiveMemory& m_memory;
};

} // namespace

ArchiveAnswer timelineAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist, ArchiveMemory& memory,
                                 const ArchiveQuery& query) {
    return Reading(reader, watchlist, memory).answer(query);
}

ArchiveAnswer timelineInShortFrom(const HistoryReader& reader, const Watchlist& watchlist, const ArchiveQuery& query) {
    ArchiveMemory nothing;
    return Reading(&reader, watchlist, nothing).answerInShort(query);
}

} // namespace kpwatch
