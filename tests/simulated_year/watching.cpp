// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulated_year/watching.h"

#include "app/watch/schedule.h"

#include <queue>
#include <set>
#include <tuple>

namespace kpwatch::simulated {

namespace {

using namespace std::chrono_literals;

constexpr auto lookEvery = 5s;

SteadyTime steady(UtcTime time) { return SteadyTime(time.time_since_epoch()); }
UtcTime utc(SteadyTime time) { return UtcTime(std::chrono::ceil<std::chrono::milliseconds>(time.time_since_epoch())); }

struct UnderWay {
    UtcTime end;
    Observation seen; // or, of a look-up, only its target
    bool lookUp = false, resolved = false;
};
struct EndsLater {
    bool operator()(const UnderWay& a, const UnderWay& b) const {
        return std::tuple(a.end, a.seen.target) > std::tuple(b.end, b.seen.target);
    }
};

class Watcher {
  public:
    Watcher(Network& network, const Watching& how)
        : m_network(network), m_how(how),
          m_schedule(how.watchlist, how.settings, {.seed = how.seed, .now = steady(how.range.begin)}),
          m_judge(how.watchlist, how.settings) {}

    Watched run() {
        UtcTime now = m_how.range.begin;
        m_judge.take(Event{now, Started{}});
        m_judge.take(Event{now, Epoch{"home", "AS680", "DE"}});
        for (const Target& target : m_how.watchlist.targets)
            if (target.enabled)
                m_schedule.resolved(target.id, Address::parse(m_network.addressOf(target.id)), steady(now));
        UtcTime look = now + lookEvery;
        UtcTime wake = now; // when the schedule wants to be asked again, if nothing ends before
        while (now < m_how.range.end) {
            for (; !m_underWay.empty() && m_underWay.top().end <= now; wake = now)
                finishNext();
            if (wake <= now) {
                for (const Job& job : m_schedule.take(steady(now)))
                    begin(job, now);
                wake = utc(m_schedule.next(steady(now)));
            }
            if (now >= look) {
                lookAtJudge(now);
                look = now + lookEvery;
            }
            now = std::min(std::max(wake, now + 1ms), look);
            if (!m_underWay.empty())
                now = std::min(now, m_underWay.top().end);
        }
        m_judge.advanceTo(m_how.range.end);
        lookAtJudge(m_how.range.end);
        m_watched.ownLine = m_judge.ownLine();
        for (auto& [lane, spans] : m_watched.spans)
            if (!spans.empty()) // the last one is open
                spans.back().range.end = std::max(spans.back().range.end, m_how.range.end);
        return std::move(m_watched);
    }

  private:
    void begin(const Job& job, UtcTime now) {
        const Target& target = *m_how.watchlist.find(job.target);
        if (job.kind == Job::Kind::Resolve) {
            const bool resolved = m_network.resolves(target, now);
            m_underWay.push({now + (resolved ? 300ms : 10000ms), Observation{.target = job.target}, true, resolved});
            return;
        }
        Observation seen = m_network.ask(target, now);
        seen.recheck = job.kind == Job::Kind::Recheck && !m_how.watchlist.isControl(target.id);
        const UtcTime end = seen.endedAt();
        m_underWay.push({end, std::move(seen)});
    }

    void finishNext() {
        const UnderWay ended = m_underWay.top();
        m_underWay.pop();
        const TargetId target = ended.seen.target;
        if (ended.lookUp) {
            m_schedule.resolved(target, ended.resolved ? Address::parse(m_network.addressOf(target)) : std::nullopt,
                                steady(ended.end));
            return;
        }
        m_schedule.finished(ended.seen, steady(ended.seen.startedAt), steady(ended.end));
        m_judge.take(ended.seen);
        ++m_watched.rows;
        if (m_how.alsoRows)
            m_how.alsoRows(ended.seen);
    }

    void lookAtJudge(UtcTime now) {
        for (const SpanChange& change : m_judge.changes()) {
            applyChange(m_watched.spans, change);
            if (change.target == ownLineId)
                continue;
            const TargetStatus status = m_judge.status(change.target);
            const auto since = status.state == Verdict::Down ? status.since : std::nullopt;
            auto& known = m_down[change.target];
            if (known != since)
                m_schedule.setDownSince(change.target, since ? std::optional(steady(*since)) : std::nullopt);
            known = since;
        }
        std::set<std::string> hosts;
        for (const auto& [target, since] : m_down)
            if (since && now - *since >= std::chrono::seconds(m_how.settings.announce_span_s))
                hosts.insert(m_network.addressOf(target));
        const bool several = hosts.size() >= 2;
        if (several && !m_announced)
            m_watched.announcements.push_back({now, static_cast<int>(hosts.size())});
        m_announced = several;
    }

    Network& m_network;
    const Watching& m_how;
    Schedule m_schedule;
    Judge m_judge;
    std::priority_queue<UnderWay, std::vector<UnderWay>, EndsLater> m_underWay;
    std::map<TargetId, std::optional<UtcTime>> m_down;
    bool m_announced = false;
    Watched m_watched;
};

} // namespace

Watched watch(Network& network, const Watching& how) { return Watcher(network, how).run(); }

} // namespace kpwatch::simulated
