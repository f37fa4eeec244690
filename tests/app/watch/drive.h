// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a schedule under a manual clock: what leaves is noted, and every check ends as the test says.
#pragma once

#include "app/watch/schedule.h"

#include <functional>
#include <queue>

namespace kpwatch::testing {

using namespace std::chrono_literals;

// Written apart: moc 6.4 takes // inside a raw string for a comment.
inline const std::string http = "http:"
                                "//";

inline std::string watchlistWith(const std::string& targets, const std::string& controls) {
    return R"({"version":1,"allow_private":true,"sites":[],"targets":[)" + targets + R"(],"controls":[)" + controls +
           "]}";
}

inline std::string tcp(const std::string& id, const std::string& host, int interval_s) {
    return R"({"id":")" + id + R"(","label":")" + id + R"(","short":")" + id +
           R"(","group":"routers","layer":"tcp","via":"unknown","probe":{"kind":"tcp","host":")" + host +
           R"(","port":80},"interval_s":)" + std::to_string(interval_s) + R"(,"timeout_s":10,"enabled":true})";
}

inline std::string control(const std::string& id, const std::string& host) {
    return R"({"id":")" + id + R"(","label":")" + id + R"(","ring":"line","probe":{"kind":"tcp","host":")" + host +
           R"(","port":80},"interval_s":60,"timeout_s":10})";
}

struct Drive {
    Watchlist watchlist;
    Schedule schedule;
    SteadyTime now{};
    struct Sent {
        SteadyTime at, ended;
        const Target* target;
        std::string name;
        Job::Kind kind;
        std::optional<Address> besides{}; // one more connection of a check, to there
    };
    std::vector<Sent> sent;
    std::function<Failure(const std::string&, SteadyTime)> outcome = [](const std::string&, SteadyTime) {
        return Failure::None;
    };
    // What a look-up of this target finds.
    std::function<std::optional<Address>(const Target&)> found = [](const Target&) { return std::nullopt; };

    // Where else a silent target lives: asked within the same check, as far as the schedule gives leave.
    std::function<std::vector<Address>(const Target&)> further = [](const Target&) { return std::vector<Address>{}; };

    explicit Drive(const std::string& json, const Settings& settings = {}, WayOut way = {})
        : Drive(parseWatchlist(json, "test", settings), settings, std::move(way)) {}
    explicit Drive(Watchlist list, const Settings& settings = {}, WayOut way = {})
        : watchlist(std::move(list)), schedule(watchlist, settings, {.seed = 1, .way = std::move(way)}) {}

    // Looks at the schedule whenever it asked to be looked at, and when a check ends.
    void run(std::chrono::seconds length) {
        const SteadyTime end = now + length;
        while (true) {
            endWhatIsDue();
            for (const Job& job : schedule.take(now))
                begin(job);
            SteadyTime next = std::max(schedule.next(now), now + 10ms);
            if (!m_underWay.empty())
                next = std::min(next, std::max(m_underWay.top().end, now));
            if (next >= end)
                break;
            now = next;
        }
        now = end;
    }

    std::vector<Sent> to(const std::string& name, std::optional<Job::Kind> kind = {}) const {
        std::vector<Sent> all;
        for (const Sent& one : sent)
            if (one.name == name && (!kind || one.kind == *kind))
                all.push_back(one);
        return all;
    }

  private:
    struct UnderWay {
        SteadyTime end;
        std::size_t index; // in sent
        Failure failure;
        bool operator<(const UnderWay& other) const { return end > other.end; }
    };

    void begin(const Job& job) {
        const Target& target = *watchlist.find(job.target);
        const Failure failure = job.kind == Job::Kind::Resolve ? Failure::None : outcome(target.name, now);
        const auto length = failure == Failure::Timeout ? target.timeout : std::chrono::milliseconds{100};
        sent.push_back({now, now + length, &target, target.name, job.kind});
        m_underWay.push({now + length, sent.size() - 1, failure});
        if (failure == Failure::Timeout)
            for (const Address& address : further(target))
                if (schedule.mayAlsoDial(target.id, address, now))
                    sent.push_back({now, now, &target, target.name, job.kind, address});
    }

    void endWhatIsDue() {
        while (!m_underWay.empty() && m_underWay.top().end <= now) {
            const UnderWay ended = m_underWay.top();
            m_underWay.pop();
            const Sent& one = sent[ended.index];
            if (one.kind == Job::Kind::Resolve) {
                schedule.resolved(one.target->id, found(*one.target), now);
                continue;
            }
            const Observation seen{.target = one.target->id, .reached = Stage::Exchange, .failure = ended.failure};
            schedule.finished(seen, one.at, now);
        }
    }

    std::priority_queue<UnderWay> m_underWay;
};

} // namespace kpwatch::testing
