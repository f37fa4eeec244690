// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline_answer.h"

#include "app/settings_file.h"

#include <algorithm>

namespace kpwatch {
namespace {

constexpr std::chrono::hours newest{1}; // an older check says nothing of now
constexpr std::chrono::hours lastDay{24};

// What lies ahead is neither read nor shown as anything.
TimeRange untilNow(TimeRange range, UtcTime now) { return {std::min(range.begin, now), std::min(range.end, now)}; }

constexpr int partsInShort = 2000; // of a lane: about a pixel of a wide window

class Reading {
  public:
    Reading(const HistoryReader* reader, const Watchlist& today, ArchiveMemory& memory, const ArchiveQuery& query)
        : m_reader(reader), m_memory(memory), m_query(query), m_range(untilNow(query.range, query.now)),
          m_overview(untilNow(query.overview, query.now)), m_today(today),
          m_then(today, reader != nullptr ? reader->watchlistVersions() : std::vector<WatchlistVersion>()),
          m_watchlist(m_then.over(m_range, query.now)), m_everAsked(m_then.over(m_overview, UtcTime::max())) {}

    ArchiveAnswer answer() const {
        ArchiveAnswer answer;
        answer.query = m_query;
        const TargetSpans spans = spansOver(m_range, m_memory.spans);
        answer.timeline = timelineOf(m_watchlist, spans, m_range, m_query.now);
        answer.overview =
            m_overview == m_range && asked(m_everAsked) == asked(m_watchlist)
                ? answer.timeline
                : timelineOf(m_everAsked, spansOver(m_overview, m_memory.overview), m_overview, m_query.now);
        answer.targetLanes = targetLanes(spans);
        if (m_reader != nullptr)
            addFromRows(answer);
        return answer;
    }

    // The lanes of a range of many years, as far as they can be told at once.
    ArchiveAnswer answerInShort() const {
        ArchiveAnswer answer;
        answer.query = m_query;
        answer.inShort = true;
        const TargetSpans spans = silenced(m_reader->spansInShort(
            m_then.ever(), {std::min(m_range.begin, m_overview.begin), std::max(m_range.end, m_overview.end)},
            partsInShort));
        answer.timeline = timelineOf(m_watchlist, spans, m_range, m_query.now);
        answer.overview =
            m_overview == m_range ? answer.timeline : timelineOf(m_everAsked, spans, m_overview, m_query.now);
        answer.targetLanes = targetLanes(spans);
        for (std::vector<Lane>* lanes : {&answer.timeline.lanes, &answer.overview.lanes, &answer.targetLanes})
            for (Lane& lane : *lanes)
                soften(lane);
        return answer;
    }

  private:
    static std::ptrdiff_t asked(const Watchlist& list) {
        return std::ranges::count(list.targets, true, &Target::enabled);
    }

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

    std::vector<Lane> targetLanes(const TargetSpans& spans) const {
        std::vector<Lane> lanes;
        for (const Target& target : m_watchlist.targets)
            if (target.enabled) {
                const auto found = spans.find(target.id);
                lanes.push_back(targetLane(target, found == spans.end() ? std::vector<Span>() : found->second, m_range,
                                           m_query.now));
            }
        return lanes;
    }

    TargetSpans silenced(TargetSpans spans) const {
        m_then.silence(spans);
        return spans;
    }

    TargetSpans spansOver(TimeRange range, SpanMemory& memory) const {
        if (m_reader == nullptr)
            return {};
        return range.length() > manyYears ? silenced(memory.over(*m_reader, m_then.ever(), range))
                                          : spansThen(*m_reader, m_then, range);
    }

    void addRoutesTo(ArchiveAnswer& answer) const {
        LanesOfRoutes routes = m_memory.routes.over(*m_reader, m_range, m_query.now);
        addRoutes(answer.timeline, routes);
        answer.routeSources = std::move(routes.sources);
        std::move(routes.blocks.begin(), routes.blocks.end(), std::back_inserter(answer.targetLanes));
        if (m_range.end < m_query.now)
            answer.routesNow =
                m_memory.routesNow.over(*m_reader, {m_query.now - lastDay, m_query.now}, m_query.now).sides;
    }

    void addNewQuestions(ArchiveAnswer& answer) const {
        NewQuestions anew; // by target
        for (const Target& target : m_watchlist.targets)
            if (target.enabled)
                std::ranges::copy_if(m_reader->askedAnew(target), std::back_inserter(anew[target.name]),
                                     [&](UtcTime at) { return m_range.contains(at); });
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
    void addFalseAlarms(ArchiveAnswer& answer) const {
        try {
            if (const std::string stored = m_reader->latestSettingsJson(); !stored.empty())
                answer.falseAlarms = falseAlarms(*m_reader, {m_today, storedSettings(stored), m_query.now}, m_range);
        } catch (const InputError&) {
            answer.falseAlarms.clear();
        }
    }

    // The first row, or what is known to be missing before it.
    std::optional<UtcTime> beganAt() const {
        std::optional<UtcTime> began = m_reader->firstRowAt();
        if (began)
            for (const auto& [target, missing] : m_reader->spans(m_watchlist, {UtcTime{}, *began}))
                if (!missing.empty())
                    began = std::min(*began, missing.front().range.begin);
        return began;
    }

    void addFromRows(ArchiveAnswer& answer) const {
        addNewQuestions(answer);
        answer.timeline.simulated = answer.overview.simulated = m_reader->simulated();
        addFalseAlarms(answer);
        answer.rules = settingsOver(*m_reader, m_range);
        answer.desks = deskTimelines(m_reader->colleagues(m_range), answer.timeline);
        addRoutesTo(answer);
        answer.routesFrom = m_reader->firstReadingAt();
        answer.away = whileAwayLately(*m_reader, m_query.now);
        answer.askedInVain = askedInVain(*m_reader, m_range);
        answer.firstRowAt = beganAt();
        if (m_query.latencyOf)
            answer.latency = m_reader->latency(m_watchlist, *m_query.latencyOf, m_range, m_query.columns);
        for (const Target& target : m_today.targets)
            if (m_query.latest && target.enabled)
                if (auto check =
                        m_reader->latestChecks(m_today, target.id, {{m_query.now - newest, m_query.now}, 1, false});
                    !check.empty())
                    answer.latest.push_back(std::move(check.front()));
        for (const Target& target : m_today.targets)
            if (target.enabled && !target.site.empty() && target.layer == Layer::Http)
                if (auto page = m_reader->latestAnswer(m_today, target.id, m_query.now))
                    answer.frontPages.push_back(std::move(*page));
    }

    const HistoryReader* m_reader;
    ArchiveMemory& m_memory;
    const ArchiveQuery& m_query;
    const TimeRange m_range, m_overview;
    const Watchlist& m_today;
    const WatchedThen m_then;
    const Watchlist m_watchlist; // of the range, as all its targets are in m_then.ever()
    const Watchlist m_everAsked; // of the overview: the whole record is looked through there
};

} // namespace

ArchiveAnswer timelineAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist, ArchiveMemory& memory,
                                 const ArchiveQuery& query) {
    return Reading(reader, watchlist, memory, query).answer();
}

ArchiveAnswer timelineInShortFrom(const HistoryReader& reader, const Watchlist& watchlist, const ArchiveQuery& query) {
    ArchiveMemory nothing;
    return Reading(&reader, watchlist, nothing, query).answerInShort();
}

} // namespace kpwatch
