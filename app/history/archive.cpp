// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/archive.h"

#include "app/history/route_reader.h"
#include "app/history/set_aside.h"
#include "app/history/span_memory.h"
#include "app/history/target_answer.h"
#include "app/settings_file.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace kpwatch {
namespace {

constexpr std::chrono::hours newest{1}; // an older check says nothing of now

// What lies ahead is neither read nor shown as anything.
TimeRange untilNow(TimeRange range, UtcTime now) { return {std::min(range.begin, now), std::min(range.end, now)}; }

// From here on a record has more spans than can be read before it is drawn.
constexpr std::chrono::days manyYears{2 * 365};
constexpr int partsInShort = 2000; // of a lane: about a pixel of a wide window

// What was read of the file already.
struct Memory {
    RouteMemory routes;
    SpanMemory spans, overview;
};

class Reading {
  public:
    Reading(const HistoryReader* reader, const Watchlist& watchlist, Memory& memory)
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
    Memory& m_memory;
};

// The page of a site that is part of it, else any target that is.
std::optional<TargetId> firstPageOf(const Incident& incident, const Watchlist& watchlist) {
    for (const Member& member : incident.members)
        if (const Target* const target = watchlist.find(member.target);
            target != nullptr && target->layer == Layer::Http && !target->site.empty())
            return member.target;
    return incident.members.empty() ? std::nullopt : std::optional(incident.members.front().target);
}

void addAround(IncidentsAnswer& answer, const HistoryReader& reader, const Watchlist& today) {
    const Incident& incident = answer.log[*answer.shown];
    const Watchlist& watchlist = answer.watchlistOf(incident, today);
    const TimeRange range = rangeAround(incident, answer.asOf);
    answer.around = timelineOf(watchlist, reader.spans(watchlist, range), range, answer.asOf);
    answer.around.simulated = reader.simulated();
    answer.routes = routesOver(reader, range, answer.asOf);
    answer.otherDesks = static_cast<int>(reader.colleagues(range).size());
    answer.latencyOf = answer.query.latencyOf ? answer.query.latencyOf : firstPageOf(incident, watchlist);
    if (answer.latencyOf)
        answer.latency = reader.latency(watchlist, *answer.latencyOf, range, answer.query.columns);
}

constexpr std::chrono::hours currentFor{1};
constexpr std::size_t mostCurrent = 10;

void addCurrent(IncidentsAnswer& answer, const HistoryReader& reader, const IncidentQuestion& question) {
    for (std::size_t i = answer.log.size(); i-- > 0;) {
        const Incident& incident = answer.log[i];
        const bool told = !incident.over() || (answer.current.size() < mostCurrent &&
                                               answer.asOf - incident.end(answer.asOf) <= currentFor);
        if (told)
            answer.current.push_back({i, assessmentOf(reader, question, incident)});
    }
}

const Assessment* currentAssessment(const IncidentsAnswer& answer, std::size_t index) {
    const auto found = std::ranges::find(answer.current, index, &CurrentIncident::index);
    return found == answer.current.end() ? nullptr : &found->assessment;
}

IncidentsAnswer incidentsFrom(const HistoryReader* reader, const Watchlist& watchlist, const IncidentsQuery& query,
                              Sieve& sieve) {
    IncidentsAnswer answer;
    answer.query = query;
    answer.asOf = answer.toldAt = query.now;
    if (reader == nullptr)
        return answer;
    const std::string stored = reader->latestSettingsJson();
    if (stored.empty())
        return answer; // its first rows are not written yet
    const Settings settings = storedSettings(stored);
    answer.asOf = std::min(query.now, reader->lastRowAt().value_or(query.now));
    const IncidentQuestion question{watchlist, settings, answer.asOf};
    answer.firstRowAt = reader->firstRowAt();
    answer.log = incidentLog(*reader, question);
    answer.then = std::make_shared<const WatchedThen>(watchedThen(*reader, watchlist));
    answer.lineChanges = epochChanges(reader->epochs());
    answer.passing = sieve.passing(*reader, question, answer.log, query.filter);
    if (query.spells)
        answer.spells = spellLog(*reader, watchlist, *query.spells);
    if (answer.log.empty())
        return answer;
    addCurrent(answer, *reader, question);
    const Incident* const shown = query.id.empty() ? &answer.log.back() : findIncident(answer.log, query.id);
    if (shown == nullptr)
        return answer;
    answer.shown = static_cast<std::size_t>(shown - answer.log.data());
    const Assessment* const known = currentAssessment(answer, *answer.shown);
    answer.assessment = known != nullptr ? *known : assessmentOf(*reader, question, *shown);
    answer.said = everSaidOf(*shown, reader->judgements());
    addAround(answer, *reader, watchlist);
    return answer;
}

} // namespace

const CurrentIncident* IncidentsAnswer::goingOn() const {
    const auto found = std::ranges::find_if(
        current, [this](const CurrentIncident& one) { return !log[one.index].over() && !log[one.index].longStanding; });
    return found == current.end() ? nullptr : &*found;
}

struct Archive::Impl {
    Impl(Archive& owner, std::filesystem::path where, Watchlist list)
        : archive(owner), directory(std::move(where)), watchlist(std::move(list)),
          thread([this](const std::stop_token& stop) { answerAll(stop); }) {}

    void answerAll(const std::stop_token& stop) {
        for (;;) {
            std::optional<ArchiveQuery> query;
            std::optional<TargetQuery> aboutTarget;
            std::optional<IncidentsQuery> aboutIncidents;
            {
                std::unique_lock lock(mutex);
                if (!asked.wait(lock, stop, [&] { return pending || pendingTarget || pendingIncidents; }))
                    return;
                query = std::exchange(pending, std::nullopt);
                aboutTarget = std::exchange(pendingTarget, std::nullopt);
                aboutIncidents = std::exchange(pendingIncidents, std::nullopt);
            }
            if (aboutTarget)
                hand(answered(*aboutTarget), targetAnswer);
            if (query && wantsItShort(*query))
                if (ArchiveAnswer first = answeredInShort(*query); !first.trouble)
                    hand(std::move(first), answer);
            if (query)
                hand(answered(*query), answer);
            if (aboutIncidents)
                hand(answered(*aboutIncidents), incidentsAnswer);
        }
    }

    template <typename Answer>
    void hand(Answer fresh, std::optional<Answer>& over) {
        {
            const std::scoped_lock lock(mutex);
            over = std::move(fresh);
        }
        Q_EMIT archive.bell();
    }

    // One of the places where errors end: here they become a sentence on the screen.
    template <typename Read>
    auto orTrouble(const Read& read) {
        try {
            if (reader && !reader->isCurrent())
                reader.reset();
            if (!reader) {
                memory = {}; // of another file
                if (HistoryReader::exists(directory))
                    reader.emplace(directory);
            }
            return read(reader ? &*reader : nullptr);
        } catch (const StorageError& error) {
            if (tellsDamage(error))
                Q_EMIT archive.damaged();
            reader.reset(); // opened anew for the next query: the trouble may be over by then
            return without(read, error);
        } catch (const InputError& error) { // settings that were stored by another version, or torn
            return without(read, error);
        }
    }
    template <typename Read>
    static auto without(const Read& read, const std::runtime_error& trouble) {
        auto nothing = read(nullptr);
        nothing.trouble = trouble.what();
        return nothing;
    }

    // While nearly the same is on the screen already, in full, it stays.
    bool wantsItShort(const ArchiveQuery& query) const {
        const auto near = [&](UtcTime one, UtcTime other) {
            return std::chrono::abs(one - other) < query.range.length() / 50;
        };
        return query.range.length() > manyYears &&
               !(told && near(told->begin, query.range.begin) && near(told->end, query.range.end));
    }

    ArchiveAnswer answeredInShort(const ArchiveQuery& query) {
        return orTrouble([&](const HistoryReader* with) {
            return with != nullptr ? Reading(with, watchlist, memory).answerInShort(query) : ArchiveAnswer();
        });
    }
    ArchiveAnswer answered(const ArchiveQuery& query) {
        told = query.range;
        return orTrouble([&](const HistoryReader* with) { return Reading(with, watchlist, memory).answer(query); });
    }
    TargetAnswer answered(const TargetQuery& query) {
        return orTrouble([&](const HistoryReader* with) { return targetAnswerFrom(with, watchlist, query); });
    }

    IncidentsAnswer answered(const IncidentsQuery& query) {
        return orTrouble([&](const HistoryReader* with) { return incidentsFrom(with, watchlist, query, sieve); });
    }

    Archive& archive;
    const std::filesystem::path directory;
    const Watchlist watchlist;
    std::optional<HistoryReader> reader; // the thread's own, and so is the next
    Sieve sieve;
    Memory memory;
    std::optional<TimeRange> told; // the range answered last
    std::mutex mutex;              // guards the next six
    std::optional<ArchiveQuery> pending;
    std::optional<TargetQuery> pendingTarget;
    std::optional<ArchiveAnswer> answer;
    std::optional<TargetAnswer> targetAnswer;
    std::optional<IncidentsQuery> pendingIncidents;
    std::optional<IncidentsAnswer> incidentsAnswer;
    std::condition_variable_any asked;
    std::jthread thread; // last: it uses all of the above
};

Archive::Archive(std::filesystem::path directory, Watchlist watchlist, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, std::move(directory), std::move(watchlist))) {}

Archive::~Archive() = default;

void Archive::ask(const ArchiveQuery& query) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->pending = query;
    }
    m_impl->asked.notify_one();
}

void Archive::askAbout(const TargetQuery& query) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->pendingTarget = query;
    }
    m_impl->asked.notify_one();
}

void Archive::askForIncidents(const IncidentsQuery& query) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->pendingIncidents = query;
    }
    m_impl->asked.notify_one();
}

std::optional<IncidentsAnswer> Archive::takeIncidents() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->incidentsAnswer, std::nullopt);
}

std::optional<ArchiveAnswer> Archive::take() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->answer, std::nullopt);
}

std::optional<TargetAnswer> Archive::takeTarget() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->targetAnswer, std::nullopt);
}

} // namespace kpwatch
