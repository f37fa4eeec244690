// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/outside_watch.h"

#include "app/outside/asked_file.h"
#include "app/outside/ripe_source.h"
#include "app/outside/ripestat_asker.h"
#include "app/outside/ris_stream.h"
#include "app/outside/routeviews_asker.h"
#include "probes/net/web_client.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr const char* askedFile = "sources-asked.json";
constexpr const char* live = "ris-live"; // in the file of who was asked
constexpr const char* ripePast = "ripe-ris-past";
constexpr auto longestWait = 1s; // between two looks at what is due: the client wakes as often
constexpr auto slept = 5min;     // by the clock on the wall, between two of them
// After a begin or a sleep the record has to be told first that somebody watches again.
constexpr std::array looksBack{30s, 120s, 300s};
constexpr auto lookBackEvery = 30min;

const nlohmann::json* partOf(const nlohmann::json& document, const char* key) {
    const auto found = document.find(key);
    return found == document.end() ? nullptr : &*found;
}

} // namespace

struct OutsideWatch::Impl {
    Impl(Options its_options, std::function<void(SourceNews)> news, std::function<void()> bell)
        : options(std::move(its_options)), board(ripeRis, bell),
          viewsBoard(routeviewsId, std::move(bell)), outlet{std::move(news), [this] { keepManners(); },
                                                            [this](const std::vector<RouteReading>& readings) {
                                                                return noteChanged(readings);
                                                            }} {
        if (isAnyOn() || options.told)
            thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    bool isAnyOn() const { return options.sources.ripe || options.sources.routeviews; }

    void run(const std::stop_token& stop) {
        began = lastLook = lookedBack = utcNow();
        source.began(began, options.told);
        if (!options.sources.ripe)
            tellEnd(); // nobody goes on with what another run told
        if (isAnyOn())
            ask(stop);
    }

    void ask(const std::stop_token& stop) {
        const StopSignal signal(stop);
        WebClient web(options.userAgent, options.way);
        restoreManners();
        while (!stop.stop_requested()) {
            const UtcTime now = utcNow();
            lookBack(now);
            takeWanted(now);
            if (options.sources.ripe) {
                stat.askWhatIsDue(web, now);
                board.askingPast(source.wantsPast(), source.pastWaitsUntil(now));
                stream.keepUp(web, now);
                stream.settle(now);
            }
            if (options.sources.routeviews)
                views.askWhatIsDue(web, now);
            const auto wait = std::clamp<std::chrono::milliseconds>(nextLook(now) - now, 20ms, longestWait);
            web.work(std::chrono::steady_clock::now() + wait, signal);
        }
        stream.handOver(utcNow());
        tellEnd();
        keepManners();
    }

    void tellEnd() {
        if (SourceNews last = withoutTrouble(source.ended(utcNow())); !last.readings.empty())
            outlet.news(std::move(last));
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

    UtcTime nextLook(UtcTime now) const {
        return options.sources.ripe ? stream.dueAt(now, source.dueAt(now)) : views.dueAt(now);
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

    void restoreManners() {
        const auto document = readAsked(options.directory, askedFile);
        const UtcTime now = utcNow();
        const auto *const ours = partOf(document, ripeRis), *const theirs = partOf(document, routeviewsId);
        if (ours != nullptr)
            source.manners().restore(*ours, now);
        if (const auto* const past = partOf(document, ripePast))
            source.pastAsked().restore(*past, now);
        if (const auto* const pace = partOf(document, live))
            stream.pace().restore(*pace, now);
        if (theirs != nullptr)
            views.manners().restore(*theirs, now);
        board.restore(ours, source.manners(), now);
        viewsBoard.restore(theirs, views.manners(), now);
    }

    void keepManners() {
        nlohmann::json ours = source.manners().state(), theirs = views.manners().state();
        board.put(ours);
        viewsBoard.put(theirs);
        keepAsked(options.directory, askedFile,
                  nlohmann::json::object({{ripeRis, ours},
                                          {ripePast, source.pastAsked().state()},
                                          {live, stream.pace().state()},
                                          {routeviewsId, theirs}}));
    }

    Options options; // without the watchlist, once the source has looked at it
    SourceBoard board, viewsBoard;
    const Outlet outlet;

    // The thread's own, but for stat.controls().
    RipeSource source{WatchedRoutes{}, std::exchange(options.watchlist, {})};
    RipestatAsker stat{options.sources.ripestat, source, board, outlet};
    RisStream stream{options.sources.risLive, source, board, outlet};
    RouteViewsAsker views{options.sources.routeviewsAt, viewsBoard, outlet};
    UtcTime began{}, lastLook{}, lookedBack{};
    std::map<std::string, RouteReading> latest;

    std::mutex mutex;
    std::vector<TimeRange> wanted; // guarded: by the person, and not yet taken up

    std::jthread thread; // last: it uses all of the above
};

OutsideWatch::OutsideWatch(Options options, std::function<void(SourceNews)> news, std::function<void()> bell)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(news), std::move(bell))) {}
OutsideWatch::~OutsideWatch() = default;

void OutsideWatch::wantPast(TimeRange range) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->wanted.push_back(range);
}

std::vector<ControlPlace> OutsideWatch::controls() const { return m_impl->stat.controls(); }

std::vector<SourceStatus> OutsideWatch::statuses() const {
    std::vector<SourceStatus> statuses;
    if (m_impl->options.sources.ripe)
        statuses.push_back(m_impl->board.status());
    if (m_impl->options.sources.routeviews)
        statuses.push_back(m_impl->viewsBoard.status());
    return statuses;
}

} // namespace kpwatch
