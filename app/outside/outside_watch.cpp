// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/outside_watch.h"

#include "app/outside/asked_file.h"
#include "app/outside/platform.h"
#include "app/outside/ripe_source.h"
#include "app/outside/routeviews_source.h"
#include "app/outside/stream_pace.h"
#include "probes/net/web_client.h"
#include "probes/outside/clauses.h"

#include <nlohmann/json.hpp>

#include <array>
#include <mutex>
#include <random>
#include <thread>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr const char* askedFile = "sources-asked.json";
constexpr const char* ripe = "ripe-ris";
constexpr const char* live = "ris-live"; // in the file of who was asked
constexpr const char* ripePast = "ripe-ris-past";
constexpr auto longestWait = 1s; // between two looks at what is due: the client wakes as often
constexpr auto slept = 5min;     // by the clock on the wall, between two of them
constexpr auto streamFor = 1h;   // then it is begun again: a dead one looks like a quiet one
// Of a stream, kept as received: at once with what they changed, else after a while.
constexpr std::size_t mostLines = 4U << 20U;
constexpr auto linesKeptAfter = 60s;
// After a begin or a sleep the record has to be told first that somebody watches again.
constexpr std::array looksBack{30s, 120s, 300s};
constexpr auto lookBackEvery = 30min;

} // namespace

struct OutsideWatch::Impl {
    Impl(Options its_options, std::function<void(SourceNews)> on_news, std::function<void()> on_bell)
        : options(std::move(its_options)), news(std::move(on_news)),
          bell(std::move(on_bell)), status{.source = ripe}, viewsStatus{.source = routeviewsId} {
        if (options.sources.ripe || options.sources.routeviews)
            thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void run(const std::stop_token& stop) {
        const StopSignal signal(stop);
        WebClient client(options.userAgent, options.way);
        web = &client;
        restoreManners();
        began = lastLook = lookedBack = utcNow();
        while (!stop.stop_requested()) {
            const UtcTime now = utcNow();
            lookBack(now);
            takeWanted(now);
            if (options.sources.ripe) {
                askWhatIsDue(now);
                notePast(now);
                keepStreaming(now);
                settle(now);
            }
            askViews(now);
            const auto wait = std::clamp<std::chrono::milliseconds>(nextLook(now) - now, 20ms, longestWait);
            client.work(std::chrono::steady_clock::now() + wait, signal);
        }
        web = nullptr;
        if (!lines.empty())
            news({{}, {linesHeard(utcNow())}});
        keepManners();
    }

    void lookBack(UtcTime now) {
        if (now > lastLook + slept || now < lastLook)
            began = lookedBack = now;
        lastLook = now;
        const bool due = std::any_of(looksBack.begin(), looksBack.end(),
                                     [&](auto after) { return lookedBack < began + after && now >= began + after; });
        if (!options.untold || (!due && now < lookedBack + lookBackEvery))
            return;
        lookedBack = now;
        for (const TimeRange range : options.untold(now))
            source.wantPast(range, false, now);
    }

    void takeWanted(UtcTime now) {
        const std::lock_guard lock(mutex);
        for (const TimeRange range : std::exchange(wanted, {}))
            source.wantPast(range, true, now);
    }

    // Other collectors, as a cross-check.
    void askViews(UtcTime now) {
        const auto path = options.sources.routeviews ? views.due(now) : std::nullopt;
        if (!path)
            return;
        keepManners();
        const std::string url = options.sources.routeviewsAt + *path;
        web->ask({.url = url}, [this, url](const WebAnswer& answer) { takeViews(url, answer); });
    }

    void takeViews(const std::string& url, const WebAnswer& answer) {
        const UtcTime now = utcNow();
        RipeNews told;
        if (answer.status == 200 && answer.trouble.empty()) {
            told = views.answered(answer.body, now);
        } else {
            if (answer.status != 0)
                views.refused(answer.retryAfter, now);
            else
                views.unreached(now);
            told.trouble = NoData{NoData::Why::Error, whyNot(answer)};
        }
        const std::optional<NoData> trouble = told.trouble;
        SourceNews fresh = taken(std::move(told));
        const bool changed = bodies[url] != std::hash<std::string>()(answer.body);
        bodies[url] = std::hash<std::string>()(answer.body);
        fresh.answers.push_back({now, routeviewsId, url, answer.status, answer.body, changed || trouble.has_value()});
        noteStatus(viewsStatus, views.manners(), now, trouble); // first: who is told looks at it
        if (trouble)
            keepManners(); // we may be ended without warning, and were told when to come back
        news(std::move(fresh));
    }

    UtcTime nextLook(UtcTime now) const {
        if (!options.sources.ripe)
            return views.dueAt(now);
        const UtcTime next = streaming ? source.dueAt(now) : std::min(source.dueAt(now), pace.dueAt(now));
        return unsettled ? std::min(next, now + 1s) : next;
    }

    void askWhatIsDue(UtcTime now) {
        const auto question = source.due(now);
        if (!question)
            return;
        keepManners();
        const std::string url = options.sources.ripestat + question->path;
        web->ask({.url = url},
                 [this, question = *question, url](const WebAnswer& answer) { take(question, url, answer); });
    }

    void take(const RipeQuestion& question, const std::string& url, const WebAnswer& answer) {
        const UtcTime now = utcNow();
        RipeNews told;
        // An error of RIPEstat is told in its own envelope; what is not 200 and has none is a refusal.
        if (answer.status == 200 && answer.trouble.empty()) {
            told = source.answered(question, answer.body, now);
        } else {
            told = source.refused(question, {whyNot(answer), answer.retryAfter, answer.status != 0}, now);
        }
        noteControls();
        const bool changed = isOfThePast(question.what) || question.what == RipeQuestion::What::Network ||
                             noteChanged(told.readings) || !told.sightings.empty();
        const std::optional<NoData> trouble = told.trouble;
        SourceNews fresh = taken(std::move(told));
        fresh.answers.push_back({now, ripe, url, answer.status, answer.body, changed || trouble.has_value()});
        noteStatus(now, trouble);
        if (trouble)
            keepManners();
        news(std::move(fresh));
    }

    void noteControls() {
        const std::lock_guard lock(mutex);
        controls = source.controls();
    }

    static SourceNews taken(RipeNews told) {
        return {
            std::move(told.readings), {}, std::move(told.sightings), std::move(told.stretches), std::move(told.past)};
    }

    void keepStreaming(UtcTime now) {
        if (streaming || now < pace.dueAt(now))
            return;
        streaming = true;
        const std::string url = options.sources.risLive + "/v1/stream/?format=json&client=kpwatch";
        web->stream(
            {.url = url, .headers = {"X-RIS-Subscribe: " + risSubscription(WatchedRoutes().whole)}, .life = streamFor},
            [this](std::string_view bytes) { return hear(bytes); },
            [this](const WebAnswer& answer) { endStream(answer); });
    }

    bool hear(std::string_view bytes) { // false: this is no stream of lines
        const UtcTime now = utcNow();
        if (bytes.empty()) {
            pace.began(now);
            keepManners();
            source.streamBegan(now);
            streamTrouble.clear();
            noteStreaming(true);
            return true;
        }
        cutter.take(bytes, [&](std::string_view line) {
            const RipeNews told = source.heard(readRisLine(line), now);
            unsettled = true;
            if (lines.empty())
                linesSince = now;
            (lines += line) += '\n';
            if (lines.size() >= mostLines)
                news({{}, {linesHeard(now)}});
            noteStatus(now, told.trouble);
        });
        return !cutter.isEndless();
    }

    void endStream(const WebAnswer& answer) {
        const UtcTime now = utcNow();
        streaming = false;
        const bool endless = std::exchange(cutter, {}).isEndless();
        source.streamEnded(now);
        pace.ended({answer.status, answer.retryAfter}, now, std::chrono::milliseconds(chance() % 2000));
        keepManners();
        if (answer.status != 200 || endless) // else it was begun, and is soon begun again
            streamTrouble = clauses::filled(clauses::stream, whyNot(answer));
        noteStreaming(false);
    }

    void settle(UtcTime now) {
        RipeNews settled = source.settled(now);
        if (settled.readings.empty() && settled.sightings.empty()) {
            unsettled = unsettled && source.unsettled();
            if (!lines.empty() && (now >= linesSince + linesKeptAfter || now < linesSince))
                news({{}, {linesHeard(now)}}); // they changed nothing
            return;
        }
        unsettled = false;
        noteChanged(settled.readings);
        SourceNews fresh = taken(std::move(settled));
        if (!lines.empty())
            fresh.answers.push_back(linesHeard(now));
        news(std::move(fresh));
    }

    SourceAnswer linesHeard(UtcTime now) {
        return {now, ripe, options.sources.risLive + "/v1/stream/", 200, std::exchange(lines, {}), true};
    }

    // Whether they say anything else than the ones before.
    bool noteChanged(const std::vector<RouteReading>& readings) {
        bool changed = false;
        views.seenElsewhere(readings);
        for (const RouteReading& reading : readings) {
            RouteReading& before = latest[reading.prefix];
            changed = changed || before.peersFull != reading.peersFull || before.peersSeeing != reading.peersSeeing ||
                      before.byUpstream != reading.byUpstream || before.peersElsewhere != reading.peersElsewhere;
            before = reading;
        }
        return changed;
    }

    // A stream brings thousands of messages within seconds: only what is another state than before rings.
    void noteStatus(UtcTime now, const std::optional<NoData>& trouble) {
        noteStatus(status, source.manners(), now, trouble);
    }
    void noteStatus(SourceStatus& its, const Guest& manners, UtcTime now, const std::optional<NoData>& trouble) {
        bool another = false;
        {
            const std::lock_guard lock(mutex);
            another = !its.lastTold || trouble.has_value() != its.troubleSince.has_value() ||
                      (trouble && its.trouble != trouble->said);
            noteBudget(its, manners, now);
            if (trouble) {
                its.troubleSince = its.troubleSince.value_or(now);
                its.trouble = trouble->said;
            } else {
                its.lastTold = now;
                its.troubleSince.reset();
                its.trouble = &its == &status ? streamTrouble : std::string();
            }
        }
        if (another)
            bell();
    }

    void notePast(UtcTime now) {
        const bool asks = source.wantsPast();
        const std::optional<UtcTime> until = source.pastWaitsUntil(now);
        {
            const std::lock_guard lock(mutex);
            if (status.asksPast == asks && status.pastWaitsUntil == until)
                return;
            status.asksPast = asks;
            status.pastWaitsUntil = until;
        }
        bell();
    }

    static void noteBudget(SourceStatus& its, const Guest& manners, UtcTime now) {
        its.askedLastDay = manners.askedWithin(24h, now);
        its.mostADay = manners.manners().mostADay;
        its.leftAloneUntil = manners.waitsUntil(now);
    }

    void noteStreaming(bool now_so) {
        {
            const std::lock_guard lock(mutex);
            status.streaming = now_so;
            if (!status.troubleSince)
                status.trouble = streamTrouble;
        }
        bell();
    }

    void restoreManners() {
        const auto document = readAsked(options.directory, askedFile);
        if (document.contains(ripe))
            source.manners().restore(document[ripe], utcNow());
        if (document.contains(ripePast))
            source.pastAsked().restore(document[ripePast], utcNow());
        if (document.contains(live))
            pace.restore(document[live], utcNow());
        if (document.contains(routeviewsId))
            views.manners().restore(document[routeviewsId], utcNow());
        const std::lock_guard lock(mutex); // what is left of the budgets is told before anybody is asked again
        noteBudget(status, source.manners(), utcNow());
        noteBudget(viewsStatus, views.manners(), utcNow());
        if (document.contains(ripe))
            takeStatus(document[ripe], status, utcNow());
        if (document.contains(routeviewsId))
            takeStatus(document[routeviewsId], viewsStatus, utcNow());
    }

    void keepManners() {
        nlohmann::json ours = source.manners().state(), theirs = views.manners().state();
        {
            const std::lock_guard lock(mutex);
            putStatus(ours, status);
            putStatus(theirs, viewsStatus);
        }
        keepAsked(options.directory, askedFile,
                  nlohmann::json::object({{ripe, ours},
                                          {ripePast, source.pastAsked().state()},
                                          {live, pace.state()},
                                          {routeviewsId, theirs}}));
    }

    const Options options;
    const std::function<void(SourceNews)> news;
    const std::function<void()> bell;

    // The thread's own.
    WebClient* web = nullptr;
    RipeSource source{WatchedRoutes{}, options.watchlist};
    RouteViewsSource views;
    std::map<std::string, std::size_t> bodies; // of RouteViews, hashed: what is the same is not kept twice
    LineCutter cutter;
    std::string lines; // of the stream, not in the record yet
    UtcTime linesSince{};
    UtcTime began{}, lastLook{}, lookedBack{};
    bool streaming = false, unsettled = false;
    StreamPace pace;
    std::string streamTrouble; // it could not be begun; what is asked for comes all the same
    std::map<std::string, RouteReading> latest;
    std::minstd_rand chance{std::random_device{}()};

    mutable std::mutex mutex; // the four below
    SourceStatus status, viewsStatus;
    std::vector<ControlPlace> controls;
    std::vector<TimeRange> wanted; // by the person, and not yet taken up

    std::jthread thread; // last: it uses all of the above
};

OutsideWatch::OutsideWatch(Options options, std::function<void(SourceNews)> news, std::function<void()> bell)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(news), std::move(bell))) {}
OutsideWatch::~OutsideWatch() = default;

void OutsideWatch::wantPast(TimeRange range) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->wanted.push_back(range);
}

std::vector<ControlPlace> OutsideWatch::controls() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->controls;
}

std::vector<SourceStatus> OutsideWatch::statuses() const {
    std::vector<SourceStatus> statuses;
    const std::lock_guard lock(m_impl->mutex);
    if (m_impl->options.sources.ripe)
        statuses.push_back(m_impl->status);
    if (m_impl->options.sources.routeviews)
        statuses.push_back(m_impl->viewsStatus);
    return statuses;
}

} // namespace kpwatch
