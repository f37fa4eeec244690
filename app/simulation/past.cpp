// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/past.h"

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

namespace kpwatch::simulation {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

enum class What { Silent, ErrorPage, OwnLine, Closed };

struct Episode {
    minutes ago, length;
    What what;
    std::vector<std::string> who; // slugs; empty for our own line and for a closed program
};

const std::vector<std::string> sites{"kcna", "naenara", "airkoryo", "mfa"};

// Oldest first. Orders and lengths are invented; they only show what the views can show.
std::vector<Episode> episodes() {
    const auto ago = [](int days, int hours = 0, int mins = 0) { return minutes{(days * 24 + hours) * 60 + mins}; };
    return {
        {ago(27, 3),
         123min,
         What::Silent,
         {"kcna", "naenara", "airkoryo", "mfa", "ns1", "ns2", "router-a", "router-b"}},
        {ago(22, 20), 26h, What::Closed, {}},
        {ago(19, 5), 70min, What::Silent, {"ns1"}},
        {ago(12, 10), 528min, What::Silent, {"naenara", "mfa"}},
        {ago(12, 9, 48), 516min, What::Silent, {"kcna", "airkoryo"}},
        {ago(12, 9, 30), 480min, What::Silent, {"ns1", "ns2"}},
        {ago(12, 9, 5), 440min, What::Silent, {"router-a", "router-b"}},
        {ago(6, 14), 51min, What::ErrorPage, {"airkoryo"}},
        {ago(3, 7), 22min, What::OwnLine, {}},
        {ago(0, 13, 30), 76min, What::Closed, {}},
        {ago(0, 9), 14min, What::OwnLine, {}},
        {ago(0, 6), 48min, What::Silent, {"mfa"}},
        {ago(0, 3), 32min, What::ErrorPage, {"airkoryo"}},
    };
}

class Past {
  public:
    Past(const Watchlist& watchlist, UtcTime now, const Scenario& scenario)
        : m_watchlist(watchlist), m_now(now), m_episodes(episodes()) {
        constexpr minutes days4{4 * 24 * 60}, everything{31 * 24 * 60};
        if (!scenario.longSilent.empty())
            m_episodes.push_back({days4, days4, What::Silent, scenario.longSilent});
        if (!scenario.neverAnswered.empty())
            m_episodes.push_back({everything, everything, What::Silent, scenario.neverAnswered});
    }

    bool during(What what, UtcTime at, const std::string& who = {}) const {
        return std::any_of(m_episodes.begin(), m_episodes.end(), [&](const Episode& e) {
            const UtcTime begin = m_now - e.ago;
            const bool concerned = e.who.empty() || std::find(e.who.begin(), e.who.end(), who) != e.who.end();
            return e.what == what && concerned && begin <= at && at < begin + e.length;
        });
    }

    // One round of checks: controls around, targets between, heartbeats until the next round.
    void round(UtcTime at, milliseconds length, std::vector<Observation>& rows, std::vector<Event>& events) {
        // Of every ring and transport one before the targets' checks and one after them.
        const milliseconds apart = std::min<milliseconds>(20s, length / 3);
        std::map<std::pair<Ring, Transport>, int> places;
        for (const Control& control : m_watchlist.controls) {
            const int turn = places[{control.ring, transportOf(control.target.probe)}]++;
            rows.push_back(asked(control.target, at + apart * turn));
        }
        for (const Control& control : m_watchlist.controls)
            if (places[{control.ring, transportOf(control.target.probe)}] == 1)
                rows.push_back(asked(control.target, at + apart));
        int place = 0;
        for (const Target& target : m_watchlist.targets)
            if (target.enabled)
                rows.push_back(asked(target, at + 2s + milliseconds{700} * place++));
        for (milliseconds beat = 60s; beat < length; beat += 60s)
            events.push_back({at + beat, Heartbeat{}});
    }

  private:
    Observation asked(const Target& target, UtcTime at) {
        const bool control = m_watchlist.isControl(target.id);
        const bool nobody = std::ranges::any_of(m_watchlist.controls, [&](const Control& one) {
            return one.target.id == target.id && one.ring == Ring::Negative;
        });
        std::normal_distribution<double> spread(1.0, 0.06);
        // As the demo's servers answer: the pages after a pause of their own, everybody else at once.
        const bool page = target.layer == Layer::Http && !control;
        const double usual_us = page ? 120'000 + 15'000.0 * static_cast<double>(static_cast<int>(target.id)) : 350;
        const Micros response{static_cast<std::int64_t>(std::max(0.6, spread(m_random)) * usual_us)};
        Observation row{.target = target.id, .startedAt = at};
        const bool lost = std::bernoulli_distribution(0.002)(m_random);
        if (nobody || during(What::OwnLine, at) || (!control && (lost || during(What::Silent, at, target.name)))) {
            row.elapsed = 10s;
            row.reached = target.layer == Layer::Dns ? Stage::Exchange : Stage::Connect;
            row.failure = Failure::Timeout;
            row.tries = 4;
            return row;
        }
        row.elapsed = response + Micros{200};
        row.reached = Stage::Done;
        row.failure = Failure::None;
        row.phases.connect = page ? Micros{350} : response;
        if (control && std::holds_alternative<HttpOptions>(target.probe))
            row.detail = HttpDetail{.status = 200};
        if (page) {
            row.phases.firstByte = response;
            row.detail = HttpDetail{.status = during(What::ErrorPage, at, target.name) ? 503 : 200};
        } else if (target.layer == Layer::Dns) {
            row.detail = DnsDetail{.rcode = "NOERROR", .authoritative = true};
        }
        return row;
    }

    const Watchlist& m_watchlist;
    UtcTime m_now;
    std::vector<Episode> m_episodes;
    std::mt19937 m_random{20260312};
};

void feed(Judge& judge, Batch& batch) {
    std::sort(batch.observations.begin(), batch.observations.end(), [](const Observation& a, const Observation& b) {
        return std::tuple(a.endedAt(), a.target) < std::tuple(b.endedAt(), b.target);
    });
    auto event = batch.events.begin();
    for (const Observation& row : batch.observations) {
        while (event != batch.events.end() && event->at <= row.endedAt())
            judge.take(*event++);
        judge.take(row);
    }
    while (event != batch.events.end())
        judge.take(*event++);
}

} // namespace

void writePast(const HistoryOptions& options, const Watchlist& watchlist, const Settings& settings, UtcTime now,
               const Scenario& scenario) {
    // The invented checks lie minutes apart, and each speaks until the next.
    Settings calm = settings;
    calm.stale_intervals = 45;
    History history(options, watchlist, calm, now - 30 * 24h);
    history.recordConsent({now - 30 * 24h, Direct{}, {}});
    Judge judge(watchlist, calm);
    Past past(watchlist, now, scenario);
    Batch batch;
    bool watching = false;
    for (UtcTime at = now - 30 * 24h; at + 30s < now;) {
        // Who goes on from here judges the last day anew, by settings under which an answer soon speaks no more.
        const milliseconds length = now - at > 26h ? milliseconds{5min} : milliseconds{30s};
        const bool open = !past.during(What::Closed, at);
        if (open != watching)
            batch.events.push_back({at, open ? decltype(Event::what){Started{}} : decltype(Event::what){Stopped{}}});
        watching = open;
        if (open)
            past.round(at, length, batch.observations, batch.events);
        at += length;
        if (batch.observations.size() >= 2000 || at + 30s >= now) {
            feed(judge, batch);
            if (at + 30s >= now)
                judge.advanceTo(now);
            batch.spans = judge.changes();
            history.append(batch);
            batch = {};
        }
    }
}

} // namespace kpwatch::simulation
